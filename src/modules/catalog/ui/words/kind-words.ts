import { kindCatalogue } from '#modules/tenancy/ui/kind-catalogue.ts'
import { de } from './kinds/de.ts'
import { en } from './kinds/en.ts'

/** The sentences of a school's pages that name its things, as a school of this kind says them. */
export const { of: kindWordsOf, use: useKindWords } = kindCatalogue({ en, de })
