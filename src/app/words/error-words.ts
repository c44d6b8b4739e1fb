import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './errors/de.ts'
import { en } from './errors/en.ts'

/** The words of pages that could not be shown. */
export const errorWords = catalogue({ en, de })
