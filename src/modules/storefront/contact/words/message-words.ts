import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './messages/de.ts'
import { en } from './messages/en.ts'

/** The mail that brings a visitor’s message to the school. */
export const messageWords = catalogue({ en, de })
