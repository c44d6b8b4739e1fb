import type { ShelfProduct } from '#modules/catalog/index.ts'
import { sizeInWords } from '#modules/catalog/ui/builder/size-in-words.ts'
import type { OwnProductRow } from '#modules/catalog/ui/products/own-products.tsx'
import { productWords } from '#modules/catalog/ui/words/product-words.ts'

/** A product as it stands on its buyer's shelf. */
export function ownProductRow({ id, slug, title, newest }: ShelfProduct, base: string): OwnProductRow {
  const words = productWords()
  const text = newest ? words.newestOnShelf(newest.label, newest.fileCount, sizeInWords(newest.sizeBytes)) : words.beingPrepared
  return { id, title, href: `${base}/downloads/${encodeURIComponent(slug)}`, text }
}
