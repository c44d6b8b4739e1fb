import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './schedule/de.ts'
import { en } from './schedule/en.ts'

/** What a timetable says besides its rows. */
export const scheduleWords = catalogue({ en, de })
