import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './product-builder/de.ts'
import { en } from './product-builder/en.ts'

/** Making products, and what is refused there. */
export const productBuilderWords = catalogue({ en, de })
