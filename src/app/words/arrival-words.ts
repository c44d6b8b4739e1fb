import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './arrival/de.ts'
import { en } from './arrival/en.ts'

/** Coming in: the installation’s own first page, opening a school, an invitation, the second step of signing in. */
export const arrivalWords = catalogue({ en, de })
