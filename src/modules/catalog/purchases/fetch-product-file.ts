import { findReadyFile, signFileLink, type LinkConfig } from '#modules/files/index.ts'
import type { SystemCtx, TenantCtx } from '#platform/ctx.ts'
import { NotFound, SignInRequired } from '#platform/errors/app-error.ts'
import { isId } from '../catalog-ctx.ts'
import { DownloadsUsedUp } from '../products/product-errors.ts'
import { findProduct } from '../products/products.queries.ts'
import { countDownloads, insertDownload } from './downloads.queries.ts'
import { listOpenPurchases, lockPurchaser } from './purchases.queries.ts'

/** Who fetches, and what links are made from. */
export type FetchCtx = TenantCtx & SystemCtx & { linkConfig: LinkConfig }

const linkSeconds = 5 * 60
/** A download that broke off, or a second press: the same one again. */
const sameOneMinutes = 10

/**
 * A link to a file of a product that the person has, good for five minutes. Each one counts; asked for again within
 * ten minutes it is the same download.
 *
 * @throws SignInRequired for a visitor; NotFound for what is not theirs; DownloadsUsedUp past the product's limit
 */
export async function fetchProductFile(ctx: FetchCtx, input: { slug: string; fileId: string }): Promise<string> {
  const { organizationId, userId } = ctx
  if (userId === null) throw new SignInRequired()

  // Read under the person's own rights: what the policies show of files and purchases is what is theirs.
  const { product, file, purchase } = await ctx.inTenant(async ({ tx }) => {
    const found = await findProduct(tx, organizationId, { slug: input.slug })
    const purchases = found ? await listOpenPurchases(tx, { organizationId, productId: found.id, userId }) : []
    return { product: found, file: isId(input.fileId) ? await findReadyFile(tx, organizationId, input.fileId) : null, purchase: purchases.at(-1) }
  })
  if (!product || !file || !purchase) throw new NotFound('a file of a product that is not theirs')

  const now = ctx.clock.now()
  await ctx.inSystem(async (tx) => {
    await lockPurchaser(tx, { organizationId, productId: product.id, userId })
    const made = (await countDownloads(tx, organizationId, purchase.id)).get(file.fileId)
    if (made && now.getTime() - made.lastAt.getTime() < sameOneMinutes * 60_000) return
    if (product.downloadsMax !== null && (made?.count ?? 0) >= product.downloadsMax) throw new DownloadsUsedUp(product.downloadsMax)

    await insertDownload(tx, { organizationId, id: ctx.ids.next(), purchaseId: purchase.id, userId, fileId: file.fileId, happenedAt: now })
  })
  return signFileLink({ config: ctx.linkConfig, organizationId, fileId: file.fileId, storageKey: file.storageKey, expiresInSeconds: linkSeconds, downloadName: file.name, now })
}
