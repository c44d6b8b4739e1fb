import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './free-downloads/de.ts'
import { en } from './free-downloads/en.ts'

/** The mail with a free download, and what people agree to who ask for it. */
export const freeDownloadWords = catalogue({ en, de })
