import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './library/de.ts'
import { en } from './library/en.ts'

/** What somebody reads who learns: their courses, and what ended. */
export const libraryWords = catalogue({ en, de })
