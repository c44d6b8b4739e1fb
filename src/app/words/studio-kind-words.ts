import { kindCatalogue } from '#modules/tenancy/ui/kind-catalogue.ts'
import { de } from './studio-kinds/de.ts'
import { en } from './studio-kinds/en.ts'

/** The studio’s sentences that name what the school has. */
export const { use: useStudioKind } = kindCatalogue({ en, de })
