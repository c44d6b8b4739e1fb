import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './site/de.ts'
import { en } from './site/en.ts'

/** The editor of a school’s site. */
export const siteWords = catalogue({ en, de })
