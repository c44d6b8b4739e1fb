import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './buying/de.ts'
import { en } from './buying/en.ts'

/** The words of coupons and of the checkout's fields. */
export const buyingWords = catalogue({ en, de })
