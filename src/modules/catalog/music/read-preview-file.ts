import { findReadyFile, signFileLink, type LinkConfig } from '#modules/files/index.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { findProduct } from '../products/products.queries.ts'
import { listMusicFacts } from './music.queries.ts'

// Long enough to hear it through with pauses.
const linkSeconds = 3600

/**
 * A link to the preview of a piece of music, for anybody who may see the piece.
 *
 * @throws NotFound where there is none; the full files have no such way
 */
export async function readPreviewFile(ctx: TenantCtx & { linkConfig: LinkConfig }, slug: string): Promise<string> {
  const { organizationId } = ctx
  const file = await ctx.inTenant(async ({ tx }) => {
    const product = await findProduct(tx, organizationId, { slug })
    const fileId = product ? (await listMusicFacts(tx, organizationId, [product.id])).get(product.id)?.previewFileId : null
    return fileId ? findReadyFile(tx, organizationId, fileId) : null
  })
  if (!file) throw new NotFound('no preview')
  return signFileLink({ config: ctx.linkConfig, organizationId, fileId: file.fileId, storageKey: file.storageKey, expiresInSeconds: linkSeconds })
}
