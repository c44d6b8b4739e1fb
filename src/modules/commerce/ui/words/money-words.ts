import { catalogue } from '#platform/i18n/catalogue.ts'
import { de } from './money/de.ts'
import { en } from './money/en.ts'

/** A school’s money: orders, customers, credits, refunds, payouts, the books. */
export const moneyWords = catalogue({ en, de })
