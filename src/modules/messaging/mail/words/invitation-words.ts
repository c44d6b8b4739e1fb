import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './invitations/de.ts'
import { en } from './invitations/en.ts'

/** The mail that invites somebody to a school. */
export const invitationWords = catalogue({ en, de })
