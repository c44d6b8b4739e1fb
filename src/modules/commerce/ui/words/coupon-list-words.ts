import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './coupons/de.ts'
import { en } from './coupons/en.ts'

/** A school’s coupons, and what is refused of one. */
export const couponListWords = catalogue({ en, de })
