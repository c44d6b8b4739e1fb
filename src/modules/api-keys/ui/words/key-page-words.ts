import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './keys/de.ts'
import { en } from './keys/en.ts'

/** A school’s keys for its API, and the reference. */
export const keyPageWords = catalogue({ en, de })
