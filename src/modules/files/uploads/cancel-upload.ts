import type { TenantCtx } from '#platform/ctx.ts'
import { requirePermission } from '#modules/tenancy/index.ts'
import { deleteUploadingFile } from '../files.queries.ts'

/**
 * Forgets an upload that is not wanted any more. A finished one stays: lessons may use it.
 *
 * @returns whether there was one to forget; its bytes are the caller's to remove
 * @throws NotAllowed without files.manage
 */
export async function cancelUpload(ctx: TenantCtx, fileId: string): Promise<boolean> {
  return ctx.inTenant(({ tx, role }) => {
    requirePermission(role, 'files.manage')
    return deleteUploadingFile(tx, fileId)
  })
}
