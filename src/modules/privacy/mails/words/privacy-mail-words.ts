import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './privacy-mails/de.ts'
import { en } from './privacy-mails/en.ts'

/** The mails about one’s own data and about leaving. */
export const privacyMailWords = catalogue({ en, de })
