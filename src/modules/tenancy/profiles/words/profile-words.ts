import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './profiles/de.ts'
import { en } from './profiles/en.ts'

/** What kinds of profile and their fields are called. */
export const profileWords = catalogue({ en, de })
