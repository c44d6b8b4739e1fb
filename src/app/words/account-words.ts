import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './accounts/de.ts'
import { en } from './accounts/en.ts'

/** The words of signing in and signing up. */
export const accountWords = catalogue({ en, de })
