import { kindCatalogue } from '#modules/tenancy/ui/kind-catalogue.ts'
import { de } from './receipt-kinds/de.ts'
import { en } from './receipt-kinds/en.ts'

/** What a mail says of a course that was bought. */
export const { of: courseReceiptOf } = kindCatalogue({ en, de })
