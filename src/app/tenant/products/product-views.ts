import { kindFaces, type ListedProduct, type MusicFacts, type Product, type ProductPage, type Version } from '#modules/catalog/index.ts'
import { sizeInWords } from '#modules/catalog/ui/builder/size-in-words.ts'
import type { ProductAccess, MusicView, ProductCardView, ProductDetail, ProductVersionView } from '#modules/catalog/ui/products/product-views.schema.ts'
import type { OwnerNotice, Price } from '#modules/catalog/ui/public-pages.schema.ts'
import { courseHref, productHref } from '#modules/catalog/ui/school-links.ts'
import { productWords } from '#modules/catalog/ui/words/product-words.ts'
import { holdsPermission } from '#modules/tenancy/index.ts'

type Priced = { priceCents: number | null; currency: string | null } | null

/** A product as cards show it. */
export function productCard(product: ListedProduct | ProductPage['product'], more: { offer: Priced; isOwn: boolean; isFrom: boolean; isSold: boolean; music: MusicFacts | null; base: string }): ProductCardView {
  const { id, slug, title, summary, kind } = product
  return { id, slug, title, summary: summary || null, kind, price: kindFaces[kind].isForAddress ? { kind: 'free' } : priceOf(more.offer), isOwn: more.isOwn, isFrom: more.isFrom, isSold: more.isSold, music: more.music && musicView(more.music, productHref(more.base, slug)) }
}

/** A product as its page shows it. */
export function productDetail(page: ProductPage, base: string): ProductDetail {
  const { product, licences } = page
  const cheapest = licences.map(({ offer }) => offer).sort((one, other) => (one?.priceCents ?? 0) - (other?.priceCents ?? 0))[0] ?? null
  return {
    ...productCard(product, { ...page, offer: licences.length > 0 ? cheapest : page.offer, isFrom: licences.length > 1, isSold: Boolean(page.music?.soldAt), base }),
    descriptionHtml: product.descriptionHtml || null,
    versions: page.versions.map(versionView),
    parts: page.parts.map((part) => ({
      id: part.subjectId,
      title: part.title,
      thing: part.subjectKind === 'course' ? ('course' as const) : ('download' as const),
      href: part.status === 'draft' ? null : part.subjectKind === 'course' ? courseHref(base, part.slug) : productHref(base, part.slug),
      price: priceOf(part),
      isOwn: part.isOwn,
    })),
    licences: licences.map(({ id, name, terms, isExclusive, offer, isOwn }) => ({ id, name, terms, isExclusive, isOwn, price: priceOf(offer), href: `${productHref(base, product.slug)}/checkout?licence=${id}` })),
    givesLicenceKeys: product.givesLicenceKeys,
    downloadsMax: product.downloadsMax,
  }
}

/** The preview has an address that stays; the link to its bytes is made when it is played. */
function musicView({ bpm, musicalKey, tags, peaks, previewFileId, previewSeconds }: MusicFacts, href: string): MusicView {
  return { bpm, musicalKey, tags, peaks, previewSeconds, previewHref: previewFileId ? `${href}/preview` : null }
}

/** What is said of a version on pages. */
function versionView({ id, label, notes, releasedAt, files }: Version): ProductVersionView {
  return { id, label, notes, releasedAt: (releasedAt ?? new Date(0)).toISOString(), files: files.map((file) => ({ id: file.fileId, name: file.name, size: sizeInWords(file.sizeBytes) })) }
}

/** What the viewer can do with a product now. What a coupon takes to nothing can be had without anybody who takes payments. */
export function productAccess(page: ProductPage, way: { base: string; coupon: { code: string; cents: number } | null }): ProductAccess {
  const { base, coupon } = way
  const here = productHref(base, page.product.slug)
  if (kindFaces[page.product.kind].isForAddress) return page.isDraft ? { kind: 'not-for-sale' } : { kind: 'ask-address', href: `${here}/request` }
  if (page.music) {
    if (page.music.soldAt) return { kind: 'sold', ownHref: page.isOwn ? ownHref(base, page.product) : null }
    if (page.isDraft || page.licences.length === 0) return { kind: 'not-for-sale' }
    return { kind: 'choose-licence', ownHref: page.isOwn ? ownHref(base, page.product) : null, canBuy: page.isPayable || coupon?.cents === 0 }
  }
  if (page.isOwn) return { kind: 'own', href: ownHref(base, page.product) }
  if (!page.offer || page.isDraft) return { kind: 'not-for-sale' }
  if (page.offer.priceCents === 0) return { kind: 'get-free', action: `${here}/get` }
  return page.isPayable || coupon?.cents === 0 ? { kind: 'buy', action: `${here}/checkout`, coupon } : { kind: 'not-for-sale' }
}

/** Where somebody finds what they have: its files, or for a bundle, which has none of its own, the library. */
export function ownHref(base: string, product: Product): string {
  return kindFaces[product.kind].holds === 'files' ? `${base}/downloads/${encodeURIComponent(product.slug)}` : `${base}/learn`
}

/** What those who run the school should know about this page, if anything. */
export function productNotice(page: ProductPage, base: string): OwnerNotice | null {
  const words = productWords()
  const builder = `${base}/studio/products/${page.product.id}`
  if (page.isDraft) return { title: words.draft, text: words.draftText, href: builder, linkLabel: words.backToProduct }
  if (!holdsPermission(page.role, 'courses.manage') || page.isPayable || ((page.offer?.priceCents ?? 0) === 0 && page.licences.length === 0)) return null

  const text = words.payoutsMissing
  return holdsPermission(page.role, 'payouts.manage')
    ? { title: words.cannotBeBought, text, href: `${base}/studio/payouts`, linkLabel: words.setUpPayouts }
    : { title: words.cannotBeBought, text: `${text} ${words.ownerSetsUp}`, href: builder, linkLabel: words.backToProduct }
}

function priceOf(offer: Priced): Price {
  if (!offer || offer.priceCents === null) return { kind: 'none' }
  return offer.priceCents === 0 ? { kind: 'free' } : { kind: 'paid', cents: offer.priceCents, currency: (offer.currency ?? 'eur').toUpperCase() }
}
