import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './domains/de.ts'
import { en } from './domains/en.ts'

/** A school’s own addresses. */
export const domainWords = catalogue({ en, de })
