import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './languages/de.ts'
import { en } from './languages/en.ts'

/** The words of the page on which a school chooses its languages. */
export const languageWords = catalogue({ en, de })
