import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { requirePermission } from '#modules/tenancy/index.ts'
import { findFileRow, type FileRow } from '../files.queries.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * The file that bytes are being sent for.
 *
 * @throws NotAllowed without files.manage; NotFound for other schools' files as for those that never were
 */
export async function requireUpload(ctx: TenantCtx, fileId: string): Promise<FileRow> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'files.manage')
    const found = uuid.test(fileId) ? await findFileRow(tx, fileId) : null
    if (!found || found.status === 'deleted') throw new NotFound()
    return found
  })
}
