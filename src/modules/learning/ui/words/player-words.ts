import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './player/de.ts'
import { en } from './player/en.ts'

/** The player: its bar, its keys, the lesson beside it. */
export const playerWords = catalogue({ en, de })
