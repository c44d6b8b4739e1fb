import { kindFaces } from '../products/product-kinds.ts'
import type { Product } from '../products/products.queries.ts'
import { freeDownloadWords } from './words/free-download-words.ts'

/** What stands beside the box that people tick who leave their address: the school's own words, or the usual ones. @returns null for what costs no address */
export function consentWords(product: Pick<Product, 'kind' | 'title' | 'consentText'>, schoolName: string): string | null {
  if (!kindFaces[product.kind].isForAddress) return null
  return product.consentText || freeDownloadWords().consent(product.title, schoolName)
}
