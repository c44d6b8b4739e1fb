import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './custom-fields/de.ts'
import { en } from './custom-fields/en.ts'

/** The words of the fields that a school defines, wherever they are asked for, and of the page that defines them. */
export const customFieldWords = catalogue({ en, de })
