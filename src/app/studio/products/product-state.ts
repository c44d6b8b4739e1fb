import { kindFaces, type ProductBuilder } from '#modules/catalog/index.ts'
import { sizeInWords } from '#modules/catalog/ui/builder/size-in-words.ts'
import { productHref } from '#modules/catalog/ui/school-links.ts'
import type { LicenceState, MusicState, PartState, ProductState, SoldState, VersionState } from '#modules/catalog/ui/products/builder/product-state.schema.ts'
import { productBuilderWords } from '#modules/catalog/ui/words/product-builder-words.ts'
import { thingWordsOf } from '#modules/catalog/ui/words/thing-words.ts'

/** What the head and the side of a product's pages show. */
export function productState(builder: ProductBuilder, base: string): ProductState {
  const { product, price, isFilled, uses, maySetPrice, maySeeBuyers, isPayable } = builder
  const { holds, mayGiveKeys, isMusic, isForAddress } = kindFaces[product.kind]
  return {
    id: product.id, slug: product.slug, title: product.title, kind: product.kind, kindLabel: thingWordsOf('')[product.kind].label, holds, mayGiveKeys, isMusic, isForAddress, status: product.status,
    price, isFilled, uses, maySetPrice, maySeeBuyers, isPayable,
    payoutsHref: builder.maySetUpPayouts ? `${base}/studio/payouts` : null,
  }
}

/** The versions as their editor shows them. */
export function versionStates({ versions }: ProductBuilder): VersionState[] {
  return versions.map(({ id, label, notes, releasedAt, files }) => ({
    id, label, notes, releasedAt: releasedAt?.toISOString() ?? null,
    files: files.map((file) => ({ fileId: file.fileId, name: file.name, size: sizeInWords(file.sizeBytes) })),
  }))
}

/** A piece of music as its editor shows it; null for what is none. */
export function musicState({ product, music }: ProductBuilder, base: string): MusicState | null {
  if (!music) return null
  const { bpm, musicalKey, tags, peaks, previewFileId } = music
  return { bpm, musicalKey, tags, peaks, previewHref: previewFileId ? `${productHref(base, product.slug)}/preview` : null }
}

/** The licences as their editor shows them. */
export function licenceStates({ licences }: ProductBuilder): LicenceState[] {
  return licences.map(({ id, name, terms, isExclusive, offer }) => ({ id, name, terms, isExclusive, price: offer && { cents: offer.priceCents, currency: offer.currency.toUpperCase() } }))
}

/** How a piece that was sold exclusively stands; null for all else. */
export function soldState({ music, exclusiveSale: sale }: ProductBuilder, base: string): SoldState | null {
  if (!music?.soldAt) return null
  return { sale: sale && { orderNumber: sale.orderNumber, buyer: sale.buyerName || sale.buyerEmail, href: `${base}/studio/orders/${sale.orderId}`, isRefunded: sale.isRefunded } }
}

/** What can be in a bundle and what is; what is in it stands here also when it has left the site. */
export function partStates({ parts, possibleParts }: ProductBuilder): PartState[] {
  const words = productBuilderWords()
  const inside = new Set(parts.map(({ subjectId }) => subjectId))
  const gone = parts.filter(({ subjectId }) => !possibleParts.some((part) => part.subjectId === subjectId))
  return [...possibleParts, ...gone].map((part) => ({
    id: part.subjectId,
    title: part.title,
    kindLabel: part.subjectKind === 'course' ? words.course : words.download,
    price: part.priceCents === null ? null : { cents: part.priceCents, currency: (part.currency ?? 'eur').toUpperCase() },
    isIn: inside.has(part.subjectId),
  }))
}
