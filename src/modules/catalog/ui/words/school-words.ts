import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './school/de.ts'
import { en } from './school/en.ts'

/** The words of a school's public pages: header, courses, one course, previews. */
export const schoolWords = catalogue({ en, de })
