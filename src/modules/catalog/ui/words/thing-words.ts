import { kindCatalogue } from '#modules/tenancy/ui/kind-catalogue.ts'
import { de } from './things/de.ts'
import { en } from './things/en.ts'

/** How each kind of thing that a school sells is called, and what is said of it while it is bought. */
export const { of: thingWordsOf, use: useThingWords } = kindCatalogue({ en, de })

/** A course, or a kind of product. */
export type Thing = keyof ReturnType<typeof en>
