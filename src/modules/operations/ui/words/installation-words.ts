import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './installation/de.ts'
import { en } from './installation/en.ts'

/** How the installation stands: its health, its jobs, its workers. */
export const installationWords = catalogue({ en, de })
