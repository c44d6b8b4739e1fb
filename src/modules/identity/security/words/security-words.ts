import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './security/de.ts'
import { en } from './security/en.ts'

/** What is said about an account and what protects it. */
export const securityWords = catalogue({ en, de })
