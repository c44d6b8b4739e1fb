import { kindCatalogue } from '#modules/tenancy/ui/kind-catalogue.ts'
import { de } from './library-kinds/de.ts'
import { en } from './library-kinds/en.ts'

/** The sentences of a learner’s shelf that name the school’s things. */
export const { use: useLibraryKind } = kindCatalogue({ en, de })
