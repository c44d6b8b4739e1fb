import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './refusals/de.ts'
import { en } from './refusals/en.ts'

/** What Clerk refuses of a school, said to who opens or changes it. */
export const refusalWords = catalogue({ en, de })
