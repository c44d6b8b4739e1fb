import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './letter/de.ts'
import { en } from './letter/en.ts'

/** The words of the frame of every mail. */
export const letterWords = catalogue({ en, de })
