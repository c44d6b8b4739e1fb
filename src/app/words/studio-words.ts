import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './studio/de.ts'
import { en } from './studio/en.ts'

/** The studio’s frame, its first page and the settings. */
export const studioWords = catalogue({ en, de })
