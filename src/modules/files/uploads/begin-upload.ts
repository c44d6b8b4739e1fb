import type { TenantCtx } from '#platform/ctx.ts'
import { requirePermission } from '#modules/tenancy/index.ts'
import { FileTooLarge } from '../errors.ts'
import { insertUploadingFile } from '../files.queries.ts'
import type { UploadFacts } from '../files.schema.ts'
import { makeStorageKey } from '../storage/storage-key.ts'

/**
 * Writes down that a file is coming, before its first byte.
 *
 * @returns the new file's id, under which its bytes are sent
 * @throws NotAllowed without files.manage; FileTooLarge before anything is sent
 */
export async function beginUpload(ctx: TenantCtx, input: UploadFacts & { limitBytes: number }): Promise<string> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'files.manage')
    if (!ctx.userId) throw new TypeError('a permission was given to nobody')
    if (input.sizeBytes > input.limitBytes) throw new FileTooLarge(input.limitBytes)

    const id = ctx.ids.next()
    await insertUploadingFile(tx, {
      organizationId: ctx.organizationId,
      id,
      name: input.name,
      purpose: input.purpose,
      sizeBytes: input.sizeBytes,
      storageKey: makeStorageKey(ctx.organizationId, id),
      uploadedBy: ctx.userId,
      durationSeconds: input.durationSeconds,
    })
    return id
  })
}
