import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './inbox/de.ts'
import { en } from './inbox/en.ts'

/** What comes in: the inbox, its events, trying them again. */
export const inboxWords = catalogue({ en, de })
