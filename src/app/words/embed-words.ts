import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './embeds/de.ts'
import { en } from './embeds/en.ts'

/** The words of the page on which a school is brought to other sites. */
export const embedWords = catalogue({ en, de })
