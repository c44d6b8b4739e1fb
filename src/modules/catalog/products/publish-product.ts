import { findOffer } from '#modules/commerce/index.ts'
import type { TenantCtx, Tx } from '#platform/ctx.ts'
import { listParts } from '../bundles/bundle-parts.queries.ts'
import { cheapestOf, listLicences } from '../music/licences.queries.ts'
import { productBuilderWords } from '../ui/words/product-builder-words.ts'
import { countReleasedFiles } from '../versions/versions.queries.ts'
import { changingProduct } from './changing-product.ts'
import { ProductNotReady } from './product-errors.ts'
import { kindFaces, type ProductStatus } from './product-kinds.ts'
import { updateProductRow, type Product } from './products.queries.ts'

/**
 * Says where a product stands: on the site, for those who have its address, or a draft again. Who has it keeps it.
 *
 * @throws ProductNotReady naming everything that is missing at once
 */
export async function publishProduct(ctx: TenantCtx, input: { productId: string; status: ProductStatus }): Promise<{ isPaid: boolean }> {
  const words = productBuilderWords()
  return changingProduct(ctx, input.productId, async ({ tx, product }) => {
    const { isMusic, isForAddress, holds } = kindFaces[product.kind]
    const offer = isMusic
      ? cheapestOf(await listLicences(tx, ctx.organizationId, [product.id]))
      : await findOffer(tx, { organizationId: ctx.organizationId, subjectKind: 'product', subjectId: product.id })
    if (input.status !== 'draft') {
      const missing = [(await isFilled(tx, ctx.organizationId, product)) ? '' : words.missing[holds], offer || isForAddress ? '' : isMusic ? words.addLicenceFirst : words.setPriceFirst].filter(Boolean)
      if (missing.length > 0) throw new ProductNotReady(missing)
    }

    await updateProductRow(tx, ctx.organizationId, product.id, {
      status: input.status,
      ...(input.status === 'draft' ? {} : { published_at: product.publishedAt ?? ctx.clock.now() }),
    })
    return { isPaid: (offer?.priceCents ?? 0) > 0 }
  })
}

/** Whether there is something in it that a buyer would get. */
export async function isFilled(tx: Tx, organizationId: string, product: Product): Promise<boolean> {
  if (kindFaces[product.kind].holds === 'parts') return (await listParts(tx, organizationId, product.id)).length >= 2
  return (await countReleasedFiles(tx, organizationId, product.id)) > 0
}
