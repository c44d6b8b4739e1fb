import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './checkout/de.ts'
import { en } from './checkout/en.ts'

/** The words of the checkout and of the page after it. */
export const checkoutWords = catalogue({ en, de })
