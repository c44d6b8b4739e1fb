import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './gallery/de.ts'
import { en } from './gallery/en.ts'

/** What a block of pictures says to who cannot see how they lie. */
export const galleryWords = catalogue({ en, de })
