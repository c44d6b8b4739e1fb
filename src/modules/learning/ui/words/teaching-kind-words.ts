import { kindCatalogue } from '#modules/tenancy/ui/kind-catalogue.ts'
import { de } from './teaching-kinds/de.ts'
import { en } from './teaching-kinds/en.ts'

/** The same, where it names what the school has. */
export const { use: useTeachingKind } = kindCatalogue({ en, de })
