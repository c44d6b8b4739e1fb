import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './teaching/de.ts'
import { en } from './teaching/en.ts'

/** What the studio says of how people learn, and of what a school still lacks. */
export const teachingWords = catalogue({ en, de })
