import { kindCatalogue } from '#modules/tenancy/ui/kind-catalogue.ts'
import { de } from './people-kinds/de.ts'
import { en } from './people-kinds/en.ts'

/** The sentences about people that name what the school has. */
export const { use: usePeopleKind } = kindCatalogue({ en, de })
