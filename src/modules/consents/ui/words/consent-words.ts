import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './consents/de.ts'
import { en } from './consents/en.ts'

/** The words with which people are asked to agree, and with which their answers are shown. */
export const consentWords = catalogue({ en, de })
