import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './webhooks/de.ts'
import { en } from './webhooks/en.ts'

/** Sending a school’s events to other programs. */
export const webhookPageWords = catalogue({ en, de })
