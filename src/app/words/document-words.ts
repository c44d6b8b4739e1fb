import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './documents/de.ts'
import { en } from './documents/en.ts'

/** The words of the pages on which a school writes what it asks people to agree to. */
export const documentWords = catalogue({ en, de })
