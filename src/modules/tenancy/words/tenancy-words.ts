import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './tenancy/de.ts'
import { en } from './tenancy/en.ts'

/** What does not fit, or cannot be done, where schools, their people and their profiles are changed. */
export const tenancyWords = catalogue({ en, de })
