import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound, SignInRequired } from '#platform/errors/app-error.ts'
import { listHeldLicences, type Licence } from '../music/licences.queries.ts'
import { findProduct, type Product } from '../products/products.queries.ts'
import { listVersions, type Version } from '../versions/versions.queries.ts'
import { countDownloads } from './downloads.queries.ts'
import { listShelfOfProducts, type ShelfProduct } from './own-products.queries.ts'
import { listOpenPurchases, listOwnVersionIds, type OpenPurchase } from './purchases.queries.ts'

/** A product as its buyer sees it. */
export interface OwnProduct {
  product: Product
  /** What may be fetched, the newest first. */
  versions: Version[]
  purchases: OpenPurchase[]
  /** By file, of the purchase that counts now. */
  downloads: Map<string, { count: number }>
  /** What may be done with it, where it is music. */
  licences: Omit<Licence, 'offer'>[]
}

/** The products that the person has here, the newest purchase first. @throws SignInRequired for a visitor */
export async function listOwnProducts(ctx: TenantCtx): Promise<ShelfProduct[]> {
  const { organizationId, userId } = ctx
  if (userId === null) throw new SignInRequired()

  return ctx.inTenant(({ tx }) => listShelfOfProducts(tx, organizationId, userId))
}

/**
 * A product of the person's own: versions, files, keys.
 *
 * @throws SignInRequired for a visitor; NotFound for what they do not have
 */
export async function readOwnProduct(ctx: TenantCtx, slug: string): Promise<OwnProduct> {
  const { organizationId, userId } = ctx
  if (userId === null) throw new SignInRequired()

  return ctx.inTenant(async ({ tx }) => {
    const product = await findProduct(tx, organizationId, { slug })
    const purchases = product ? await listOpenPurchases(tx, { organizationId, productId: product.id, userId }) : []
    const counted = purchases.at(-1)
    if (!product || !counted) throw new NotFound(`no own product ${slug.slice(0, 60)}`)

    const own = await listOwnVersionIds(tx)
    const versions = (await listVersions(tx, organizationId, product.id)).filter(({ id }) => own.has(id))
    return { product, versions, purchases, downloads: await countDownloads(tx, organizationId, counted.id), licences: await listHeldLicences(tx, { organizationId, userId, productId: product.id }) }
  })
}
