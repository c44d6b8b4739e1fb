import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './own-account/de.ts'
import { en } from './own-account/en.ts'

/** One’s own account: ways of signing in, devices, what protects it. */
export const ownAccountWords = catalogue({ en, de })
