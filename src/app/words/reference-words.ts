import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './reference/de.ts'
import { en } from './reference/en.ts'

/** The reference of the API, around what the document itself says. */
export const referenceWords = catalogue({ en, de })
