import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './contact/de.ts'
import { en } from './contact/en.ts'

/** The words of the blocks of a school's first page, and of its contact form. */
export const contactWords = catalogue({ en, de })
