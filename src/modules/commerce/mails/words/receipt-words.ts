import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './receipts/de.ts'
import { en } from './receipts/en.ts'

/** The words of mails to those who buy. */
export const receiptWords = catalogue({ en, de })
