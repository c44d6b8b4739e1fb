import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './storefront/de.ts'
import { en } from './storefront/en.ts'

/** The words of a school's first page that come from the program. */
export const storefrontWords = catalogue({ en, de })
