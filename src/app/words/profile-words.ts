import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './profile/de.ts'
import { en } from './profile/en.ts'

/** The words of the page on which somebody says who they are. */
export const profilePageWords = catalogue({ en, de })
