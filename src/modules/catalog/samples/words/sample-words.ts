import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './samples/de.ts'
import { en } from './samples/en.ts'

/** What a school of each kind may begin with, in the language of who opens it. */
export const sampleWords = catalogue({ en, de })
