import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './products/de.ts'
import { en } from './products/en.ts'

/** The words of a school's products: on its site, and where their buyers find them. */
export const productWords = catalogue({ en, de })
