import { kindCatalogue } from '#modules/tenancy/ui/kind-catalogue.ts'
import { de } from './builder-kinds/de.ts'
import { en } from './builder-kinds/en.ts'

/** The sentences of the builder of courses that name the school’s things. */
export const { use: useBuilderKind } = kindCatalogue({ en, de })
