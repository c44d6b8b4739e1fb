import { kindCatalogue } from '#modules/tenancy/ui/kind-catalogue.ts'
import { de } from './player-kinds/de.ts'
import { en } from './player-kinds/en.ts'

/** The sentences of the player that name the school’s things. */
export const { use: usePlayerKind } = kindCatalogue({ en, de })
