import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './parts/de.ts'
import { en } from './parts/en.ts'

/** The words that the parts of the design system say themselves. */
export const partWords = catalogue({ en, de })
