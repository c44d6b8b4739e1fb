import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './faults/de.ts'
import { en } from './faults/en.ts'

/** The words of faults that can happen anywhere. */
export const faultWords = catalogue({ en, de })
