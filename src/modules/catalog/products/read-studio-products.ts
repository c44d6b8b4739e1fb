import { findExclusiveSale, findOffer, findPayoutStatus, listOffers, type ExclusiveSale } from '#modules/commerce/index.ts'
import { holdsPermission, requirePermission } from '#modules/tenancy/index.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { listParts, listPossibleParts, type BundlePart } from '../bundles/bundle-parts.queries.ts'
import { isId } from '../catalog-ctx.ts'
import { readCursor, writeCursor } from '../reading/course-cursor.ts'
import { cheapestOf, listLicences, type Licence } from '../music/licences.queries.ts'
import { listMusicFacts, noFacts, type MusicFacts } from '../music/music.queries.ts'
import { listVersions, type Version } from '../versions/versions.queries.ts'
import { kindFaces } from './product-kinds.ts'
import { isFilled } from './publish-product.ts'
import { countProductUse, findProduct, selectProducts, type Product } from './products.queries.ts'

/** A product in the studio's list, with its price; null while none is set. */
export type StudioProduct = Product & { price: { cents: number; currency: string } | null; /** Sold exclusively. */ isSold: boolean }

const pageSize = 50

/** The products of a school for those who build them, in pages. @throws NotFound for strangers, NotAllowed without courses.manage */
export async function listStudioProducts(ctx: TenantCtx, input: { after?: string | null } = {}): Promise<{ products: StudioProduct[]; nextCursor: string | null }> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'courses.manage')
    const found = await selectProducts(tx, { organizationId: ctx.organizationId, isListedOnly: false, after: readCursor(input.after), limit: pageSize + 1 })
    const shown = found.slice(0, pageSize)
    const offers = await listOffers(tx, { organizationId: ctx.organizationId, subjectKind: 'product', subjectIds: shown.map(({ id }) => id) })
    const licences = (await listLicences(tx, ctx.organizationId, shown.map(({ id }) => id))).flatMap(({ productId, offer }) => (offer ? [{ ...offer, subjectId: productId }] : []))
    // Of several licences the lowest price: a later entry of the map counts.
    const prices = new Map([...offers, ...licences.sort((one, other) => other.priceCents - one.priceCents)].map((offer): [string, { cents: number; currency: string }] => [offer.subjectId, { cents: offer.priceCents, currency: offer.currency }]))
    const facts = await listMusicFacts(tx, ctx.organizationId, shown.map(({ id }) => id))
    return {
      products: shown.map((product) => ({ ...product, price: prices.get(product.id) ?? null, isSold: Boolean(facts.get(product.id)?.soldAt) })),
      nextCursor: found.length > pageSize ? writeCursor(shown.at(-1)) : null,
    }
  })
}

/** All that the builder of a product shows. */
export interface ProductBuilder {
  product: Product
  versions: Version[]
  parts: BundlePart[]
  /** What could be in it, where it is a bundle. */
  possibleParts: BundlePart[]
  /** Null for what is no music. */
  music: MusicFacts | null
  licences: Licence[]
  /** To whom the music was sold exclusively; null where it was not, and for those who may not see orders. */
  exclusiveSale: ExclusiveSale | null
  /** Null while no price is set; of several licences the lowest. */
  price: { cents: number; currency: string } | null
  /** How many have or had it, are buying it, or find it in a bundle. */
  uses: number
  /** There is something in it that a buyer would get. */
  isFilled: boolean
  maySetPrice: boolean
  maySetUpPayouts: boolean
  maySeeBuyers: boolean
  /** Whether the school can take money yet. */
  isPayable: boolean
}

/**
 * A product with everything that its builder needs to know.
 *
 * @throws NotFound for strangers and for products of other schools, NotAllowed without courses.manage
 */
export async function readProductBuilder(ctx: TenantCtx, productId: string): Promise<ProductBuilder> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'courses.manage')
    const { organizationId } = ctx
    const product = isId(productId) ? await findProduct(tx, organizationId, { id: productId }) : null
    if (!product) throw new NotFound()

    const licences = await listLicences(tx, organizationId, [product.id])
    const offer = kindFaces[product.kind].isMusic ? cheapestOf(licences) : await findOffer(tx, { organizationId, subjectKind: 'product', subjectId: product.id })
    return {
      product,
      versions: await listVersions(tx, organizationId, product.id),
      parts: await listParts(tx, organizationId, product.id),
      possibleParts: product.kind === 'bundle' ? await listPossibleParts(tx, organizationId) : [],
      music: kindFaces[product.kind].isMusic ? ((await listMusicFacts(tx, organizationId, [product.id])).get(product.id) ?? noFacts) : null,
      licences,
      exclusiveSale: kindFaces[product.kind].isMusic ? await findExclusiveSale(tx, { organizationId, subjectId: product.id }) : null,
      price: offer ? { cents: offer.priceCents, currency: offer.currency } : null,
      uses: await countProductUse(tx, organizationId, product.id),
      isFilled: await isFilled(tx, organizationId, product),
      maySetPrice: holdsPermission(role, 'offers.manage'),
      maySetUpPayouts: holdsPermission(role, 'payouts.manage'),
      maySeeBuyers: holdsPermission(role, 'orders.read'),
      isPayable: (await findPayoutStatus(tx, organizationId)) === 'active',
    }
  })
}
