import { setPrice, type NewOfferPart } from '#modules/commerce/index.ts'
import { requirePermission } from '#modules/tenancy/index.ts'
import type { TenantCtx, Tx } from '#platform/ctx.ts'
import { InvalidInput } from '#platform/errors/app-error.ts'
import { listParts } from '../bundles/bundle-parts.queries.ts'
import { productBuilderWords } from '../ui/words/product-builder-words.ts'
import { changingProduct } from './changing-product.ts'
import { kindFaces } from './product-kinds.ts'
import type { Product } from './products.queries.ts'

/** A price in minor units of a currency; 0 is free, null is no price. */
export interface ProductPrice {
  priceCents: number | null
  /** ISO 4217 in small letters. */
  currency: string
}

/**
 * Says what a product costs from now on.
 *
 * @throws NotAllowed without offers.manage; InvalidInput when a product on the site would be left without a price, or a bundle would be free
 */
export async function setProductPrice(ctx: TenantCtx, input: ProductPrice & { productId: string }): Promise<void> {
  const words = productBuilderWords()
  await changingProduct(ctx, input.productId, async ({ tx, product, role }) => {
    requirePermission(role, 'offers.manage')
    if (kindFaces[product.kind].isMusic) throw new InvalidInput({ price: words.musicPrices })
    if (kindFaces[product.kind].isForAddress) throw new InvalidInput({ price: words.costsAddress })
    if (input.priceCents === null && product.status !== 'draft') throw new InvalidInput({ price: words.siteNeedsPrice })
    if (input.priceCents === 0 && product.kind === 'bundle') throw new InvalidInput({ price: words.bundleHasPrice })

    await offerProduct(ctx, tx, product, input)
  })
}

/** Writes the offer of a product with what it consists of today. The caller holds the product and `offers.manage`. */
export async function offerProduct(ctx: TenantCtx, tx: Tx, product: Product, price: ProductPrice): Promise<void> {
  const parts = (await listParts(tx, ctx.organizationId, product.id)).map((part): NewOfferPart => ({
    id: ctx.ids.next(), subjectKind: part.subjectKind, subjectId: part.subjectId, title: part.title,
  }))
  await setPrice(tx, {
    organizationId: ctx.organizationId, id: ctx.ids.next(), subjectKind: 'product', subjectId: product.id, title: product.title, parts, priceCents: price.priceCents, currency: price.currency,
  })
}
