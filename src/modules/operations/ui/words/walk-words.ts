import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './walks/de.ts'
import { en } from './walks/en.ts'

/** Comparing what is here with the identity provider, and healing what differs. */
export const walkWords = catalogue({ en, de })
