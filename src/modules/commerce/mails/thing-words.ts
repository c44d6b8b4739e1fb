import type { Order } from '../orders/order.ts'
import type { SchoolOfMail } from './mail-school.queries.ts'
import { courseReceiptOf } from './words/receipt-kind-words.ts'
import { receiptWords } from './words/receipt-words.ts'

/** What a mail says of the kind of thing that was sold, in the reader's language and as this school calls it. */
export function thingWords({ subjectKind }: Pick<Order, 'subjectKind'>, { preset }: Pick<SchoolOfMail, 'preset'>) {
  return subjectKind === 'course' ? courseReceiptOf(preset) : receiptWords().things[subjectKind]
}
