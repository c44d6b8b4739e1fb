import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './wording/de.ts'
import { en } from './wording/en.ts'

/** What each kind of school calls its things. */
export const wordingWords = catalogue({ en, de })
