import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './account-mails/de.ts'
import { en } from './account-mails/en.ts'

/** The words of mails about accounts. */
export const accountMailWords = catalogue({ en, de })
