import { findOffer } from '#modules/commerce/index.ts'
import { requirePermission } from '#modules/tenancy/index.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import { InvalidInput, NotFound } from '#platform/errors/app-error.ts'
import { changingProduct } from '../products/changing-product.ts'
import { offerProduct } from '../products/set-product-price.ts'
import { productBuilderWords } from '../ui/words/product-builder-words.ts'
import { listPossibleParts, writeParts } from './bundle-parts.queries.ts'

const partsMax = 50

/**
 * Says what is in a bundle. A bundle with a price gets a new offer: who is at the checkout now gets what it held when
 * they began, and who bought it before keeps just that.
 *
 * @param input ids of courses and downloads, in the order in which they are shown
 * @throws NotAllowed without offers.manage; NotFound where the product is no bundle; InvalidInput for what is not on the site, and for fewer than two on the site
 */
export async function setBundleParts(ctx: TenantCtx, input: { productId: string; subjectIds: readonly string[] }): Promise<void> {
  const words = productBuilderWords()
  await changingProduct(ctx, input.productId, async ({ tx, product, role }) => {
    requirePermission(role, 'offers.manage')
    if (product.kind !== 'bundle') throw new NotFound('parts of what is no bundle')
    const possible = new Map((await listPossibleParts(tx, ctx.organizationId)).map((part) => [part.subjectId, part]))
    const parts = [...new Set(input.subjectIds)].map((id) => possible.get(id))
    if (parts.some((part) => part === undefined)) throw new InvalidInput({ parts: words.oneGone })
    if (parts.length > partsMax) throw new InvalidInput({ parts: words.bundleMost(partsMax) })
    if (product.status !== 'draft' && parts.length < 2) throw new InvalidInput({ parts: words.bundleLeast })

    const chosen = parts.flatMap((part) => (part ? [{ ...part, id: ctx.ids.next() }] : []))
    await writeParts(tx, { organizationId: ctx.organizationId, bundleId: product.id }, chosen)
    const offer = await findOffer(tx, { organizationId: ctx.organizationId, subjectKind: 'product', subjectId: product.id })
    if (offer) await offerProduct(ctx, tx, product, offer)
  })
}
