import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './things/de.ts'
import { en } from './things/en.ts'

/** How each kind of thing that a school sells is called, and what is said of it while it is bought. */
export const thingWords = catalogue({ en, de })

/** A course, or a kind of product. */
export type Thing = keyof typeof en
