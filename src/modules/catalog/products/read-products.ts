import { findOffer, findPayoutStatus, listOffers, type Offer } from '#modules/commerce/index.ts'
import { holdsPermission } from '#modules/tenancy/index.ts'
import type { MemberRole, TenantCtx, Tx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { listParts, type BundlePart } from '../bundles/bundle-parts.queries.ts'
import { cheapestOf, listHeldLicences, listLicences, type Licence } from '../music/licences.queries.ts'
import { listMusicChoices, listMusicFacts, noFacts, type MusicChoices, type MusicFacts } from '../music/music.queries.ts'
import { isFiltering, type MusicFilter } from '../music/music.schema.ts'
import { listOwnProductIds } from '../purchases/purchases.queries.ts'
import { listOwnCourseIds } from '../reading/course-heads.queries.ts'
import { readCursor, writeCursor } from '../reading/course-cursor.ts'
import { listVersions, type Version } from '../versions/versions.queries.ts'
import { kindFaces } from './product-kinds.ts'
import { countListedProducts, findProduct, isAnyProductListed, selectProducts, type Product } from './products.queries.ts'

/** A product on a shelf, with its price. */
export interface ListedProduct extends Product {
  /** Null while nothing can be bought. */
  offer: Offer | null
  /** The reader has it already. */
  isOwn: boolean
  /** Null for what is no music. */
  music: MusicFacts | null
  /** There are several prices, of which the offer is the lowest. */
  isFrom: boolean
  /** It was sold to one person alone, and is for sale no more. */
  isSold: boolean
}

const pageSize = 60

/** A page of the shelf, and what its music can be filtered by. */
export interface ProductShelf {
  products: ListedProduct[]
  productCount: number
  nextCursor: string | null
  /** Null where no music is on the site. */
  choices: MusicChoices | null
  role: MemberRole | null
}

/** The products on a school's site, in its order. @param input `after` is the cursor of the page before; one that is none begins at the first */
export async function listProducts(ctx: TenantCtx, input: { after?: string | null; filter?: MusicFilter | null } = {}): Promise<ProductShelf> {
  const filter = input.filter && isFiltering(input.filter) ? input.filter : null
  return ctx.inTenant(async ({ tx, role }) => {
    const found = await selectProducts(tx, { organizationId: ctx.organizationId, isListedOnly: true, filter, after: readCursor(input.after), limit: pageSize + 1 })
    const shown = found.slice(0, pageSize)
    const ids = shown.map(({ id }) => id)
    const offers = await listOffers(tx, { organizationId: ctx.organizationId, subjectKind: 'product', subjectIds: ids })
    const music = shown.filter(({ kind }) => kindFaces[kind].isMusic).map(({ id }) => id)
    const [facts, licences] = [await listMusicFacts(tx, ctx.organizationId, music), await listLicences(tx, ctx.organizationId, music)]
    const own = ctx.userId ? await listOwnProductIds(tx) : new Set<string>()
    const byProduct = new Map(offers.map((offer) => [offer.subjectId, offer]))
    return {
      products: shown.map((product) => ({
        ...product,
        ...priceOn(product, { facts: facts.get(product.id), licences, offer: byProduct.get(product.id) ?? null }),
        isOwn: own.has(product.id),
        music: kindFaces[product.kind].isMusic ? (facts.get(product.id) ?? noFacts) : null,
      })),
      productCount: await countListedProducts(tx, ctx.organizationId, filter),
      choices: await listMusicChoices(tx, ctx.organizationId),
      nextCursor: found.length > pageSize ? writeCursor(shown.at(-1)) : null,
      role,
    }
  })
}

/** What a card says of the price; of several licences the lowest, and that there are others. */
function priceOn(product: Product, { facts, licences, offer }: { facts: MusicFacts | undefined; licences: readonly Licence[]; offer: Offer | null }): Pick<ListedProduct, 'offer' | 'isFrom' | 'isSold'> {
  if (!kindFaces[product.kind].isMusic) return { offer, isFrom: false, isSold: false }
  if (facts?.soldAt) return { offer: null, isFrom: false, isSold: true }
  const own = licences.filter((licence) => licence.productId === product.id && licence.offer !== null)
  return { offer: cheapestOf(own), isFrom: own.length > 1, isSold: false }
}

/** Whether a school has anything on its site beside courses: then its pages lead there. */
export async function hasProductsOnSite(ctx: TenantCtx): Promise<boolean> {
  return ctx.inTenant(({ tx }) => isAnyProductListed(tx, ctx.organizationId))
}

/** All that a product's page shows. */
export interface ProductPage {
  product: Product
  /** The newest first. */
  versions: Version[]
  parts: (BundlePart & { isOwn: boolean })[]
  /** Null for what is no music. */
  music: MusicFacts | null
  /** Those with a price; `isOwn` for what the reader holds. While the piece is sold none of them can be bought. */
  licences: (Licence & { isOwn: boolean })[]
  offer: Offer | null
  isOwn: boolean
  /** Whether the school can take money yet. */
  isPayable: boolean
  /** Of the one who asks. */
  role: MemberRole | null
  /** It is shown to one who builds it, not to the public. */
  isDraft: boolean
}

/**
 * A product as its page shows it.
 *
 * @param input `wantsDraft` lets those who manage products see one that is not on the site
 * @throws NotFound for drafts as for addresses that never were
 */
export async function readProductPage(ctx: TenantCtx, input: { slug: string; wantsDraft?: boolean }): Promise<ProductPage> {
  return ctx.inTenant(async ({ tx, role }) => {
    const product = await findProduct(tx, ctx.organizationId, { slug: input.slug })
    const isDraft = product?.status === 'draft'
    const maySee = product && (!isDraft || (input.wantsDraft && holdsPermission(role, 'courses.manage')))
    if (!product || !maySee) throw new NotFound()

    const { holds: held, isMusic } = kindFaces[product.kind]
    const own = await readOwn(ctx, tx)
    return {
      product,
      versions: held === 'files' ? (await listVersions(tx, ctx.organizationId, product.id)).filter(({ releasedAt }) => releasedAt !== null) : [],
      parts: held === 'parts' ? (await listParts(tx, ctx.organizationId, product.id)).map((part) => ({ ...part, isOwn: own.has(part.subjectId) })) : [],
      music: isMusic ? ((await listMusicFacts(tx, ctx.organizationId, [product.id])).get(product.id) ?? noFacts) : null,
      licences: isMusic ? await readLicences(ctx, tx, product.id) : [],
      offer: await findOffer(tx, { organizationId: ctx.organizationId, subjectKind: 'product', subjectId: product.id }),
      isOwn: own.has(product.id),
      isPayable: (await findPayoutStatus(tx, ctx.organizationId)) === 'active',
      role,
      isDraft,
    }
  })
}

async function readLicences(ctx: TenantCtx, tx: Tx, productId: string): Promise<ProductPage['licences']> {
  const held = ctx.userId ? await listHeldLicences(tx, { organizationId: ctx.organizationId, userId: ctx.userId, productId }) : []
  const licences = await listLicences(tx, ctx.organizationId, [productId])
  return licences.filter(({ offer }) => offer !== null).map((licence) => ({ ...licence, isOwn: held.some(({ id }) => id === licence.id) }))
}

/** The ids of all that the reader has here, courses and products alike. */
async function readOwn(ctx: TenantCtx, tx: Tx): Promise<Set<string>> {
  if (ctx.userId === null) return new Set()
  return new Set([...(await listOwnCourseIds(tx)), ...(await listOwnProductIds(tx))])
}
