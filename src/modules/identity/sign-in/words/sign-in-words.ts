import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './sign-in/de.ts'
import { en } from './sign-in/en.ts'

/** The words of the fields about an account. */
export const signInWords = catalogue({ en, de })
