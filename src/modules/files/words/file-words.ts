import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './files/de.ts'
import { en } from './files/en.ts'

/** What is refused of a file that somebody sends. */
export const fileWords = catalogue({ en, de })
