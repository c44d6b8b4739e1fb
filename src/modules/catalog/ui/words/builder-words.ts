import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './builder/de.ts'
import { en } from './builder/en.ts'

/** Making courses and lessons, and what is refused there. */
export const builderWords = catalogue({ en, de })
