import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './notices/de.ts'
import { en } from './notices/en.ts'

/** The mail that a webhook endpoint was switched off. */
export const noticeWords = catalogue({ en, de })
