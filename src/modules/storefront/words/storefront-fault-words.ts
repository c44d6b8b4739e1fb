import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './storefront-faults/de.ts'
import { en } from './storefront-faults/en.ts'

/** What is refused of a school’s first page and of its look. */
export const storefrontFaultWords = catalogue({ en, de })
