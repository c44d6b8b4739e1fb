import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './embeds/de.ts'
import { en } from './embeds/en.ts'

/** What is said of the sites that may show a school's courses. */
export const embedWords = catalogue({ en, de })
