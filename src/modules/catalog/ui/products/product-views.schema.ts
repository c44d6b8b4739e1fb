import type { ProductKind } from '../../products/product-kinds.ts'
import type { Price } from '../public-pages.schema.ts'

/** What a piece of music is found by. */
export type MusicView = { bpm: number | null; musicalKey: string | null; tags: string[]; /** Loudness of equal parts, 0 to 100. */ peaks: number[]; previewHref: string | null; /** In seconds. */ previewSeconds: number | null }

/** A licence on sale. */
export type LicenceView = { id: string; name: string; terms: string; /** Sold once. */ isExclusive: boolean; price: Price; /** The viewer holds it. */ isOwn: boolean; href: string }

/** A product as cards show it. */
export type ProductCardView = {
  id: string
  slug: string
  title: string
  summary: string | null
  kind: ProductKind
  price: Price
  /** There are several prices; this is the lowest. */
  isFrom: boolean
  /** Music that was sold to one person alone. */
  isSold: boolean
  /** Null for what is no music. */
  music: MusicView | null
  /** The viewer has it. */
  isOwn: boolean
}

/** A file as everybody may know of it. */
export type ProductFileView = { id: string; name: string; /** In words, such as "240 kB". */ size: string }

export type ProductVersionView = { id: string; label: string; notes: string; /** ISO 8601. */ releasedAt: string; files: ProductFileView[] }

/** A course or a download in a bundle. */
export type BundlePartView = { id: string; title: string; thing: 'course' | ProductKind; href: string | null; price: Price; isOwn: boolean }

export type ProductDetail = ProductCardView & {
  /** Already cleaned by the server: tags of the lesson editor only. */
  descriptionHtml: string | null
  /** The newest first; one stands in full on the page. */
  versions: ProductVersionView[]
  parts: BundlePartView[]
  licences: LicenceView[]
  givesLicenceKeys: boolean
  downloadsMax: number | null
}

/** What the viewer can do with the product. */
export type ProductAccess =
  | { kind: 'buy'; action: string; /** What the visitor's coupon makes of the price. */ coupon?: { code: string; cents: number } | null }
  | { kind: 'get-free'; action: string }
  | { kind: 'ask-address'; href: string }
  /** Music: a price for each licence. */
  | { kind: 'choose-licence'; /** Where its files are, for who holds one already. */ ownHref: string | null; canBuy: boolean }
  /** Music that was sold to one person alone. */
  | { kind: 'sold'; /** Where its files are, for who holds a licence. */ ownHref: string | null }
  | { kind: 'own'; href: string }
  | { kind: 'not-for-sale' }
