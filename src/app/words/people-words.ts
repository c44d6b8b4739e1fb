import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './people/de.ts'
import { en } from './people/en.ts'

/** The people of a school: roles, invitations, imports, one person. */
export const peopleWords = catalogue({ en, de })
