import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './presets/de.ts'
import { en } from './presets/en.ts'

/** What each kind of school is called, and what one of it says until its owner writes. */
export const presetWords = catalogue({ en, de })
