import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './site-blocks/de.ts'
import { en } from './site-blocks/en.ts'

/** What the editor of the site calls each kind of block, its layouts, and what was done with one. */
export const siteBlockWords = catalogue({ en, de })
