import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './own-data/de.ts'
import { en } from './own-data/en.ts'

/** One’s own data: a copy to take along, and the way out. */
export const ownDataWords = catalogue({ en, de })
