import type { ProductKind, ProductStatus } from '../../../products/product-kinds.ts'

/** A product as the head and the side of its builder show it. */
export type ProductState = {
  id: string
  slug: string
  title: string
  kind: ProductKind
  kindLabel: string
  holds: 'files' | 'parts'
  mayGiveKeys: boolean
  /** It costs an e-mail address and no money. */
  isMusic: boolean
  isForAddress: boolean
  status: ProductStatus
  price: { cents: number; currency: string } | null
  /** There is something in it that a buyer would get. */
  isFilled: boolean
  /** How many have or had it, are buying it, or find it in a bundle. */
  uses: number
  maySetPrice: boolean
  maySeeBuyers: boolean
  payoutsHref: string | null
  isPayable: boolean
}

/** A version as its editor shows it. */
export type VersionState = { id: string; label: string; notes: string; /** ISO 8601; null while it is the school's alone. */ releasedAt: string | null; files: { fileId: string; name: string; size: string }[] }

/** Something that can be in a bundle. */
export type PartState = { id: string; title: string; kindLabel: string; price: { cents: number; currency: string } | null; isIn: boolean }

/** A piece of music as its editor shows it. */
export type MusicState = { bpm: number | null; musicalKey: string | null; tags: string[]; peaks: number[]; /** Null while there is no preview. */ previewHref: string | null }

/** That a piece was sold exclusively, as its builder shows it. */
export type SoldState = { /** Null for those who may not see orders. */ sale: { orderNumber: number; buyer: string; href: string; isRefunded: boolean } | null }

/** A licence as its editor shows it. */
export type LicenceState = { id: string; name: string; terms: string; /** Sold once. */ isExclusive: boolean; /** By ISO 4217 in capital letters. */ price: { cents: number; currency: string } | null }
