import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './places/de.ts'
import { en } from './places/en.ts'

/** The words of the switcher between schools. */
export const placeWords = catalogue({ en, de })
