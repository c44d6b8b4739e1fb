import type { Tx } from '#platform/db/transaction.ts'
import type { InboxEvent, InboxHandler } from '#platform/switchboard-types.ts'
import { completeCheckout } from '../checkout/complete-checkout.ts'
import type { Checkout } from '../checkout/checkout.ts'
import type { CommerceCtx } from '../ctx.ts'
import { noteSentences } from '../orders/note-sentences.ts'
import { writeOrderNote } from '../orders/order-notes.queries.ts'
import { PaymentsUnavailable, type CheckoutFacts } from '../ports.ts'

/**
 * What is done with every event about a checkout, a charge or a refund: the provider is asked how the whole checkout
 * stands now, and it is brought there. One handler for all types, because the answer does not depend on the type.
 */
export const hearPayment: InboxHandler<CommerceCtx> = {
  async prepare(ctx, event) {
    const payments = requirePayments(ctx)
    const subject = payments.readEventSubject(event.payload)
    if (subject?.kind === 'checkout') return payments.readCheckout(subject.sessionId)
    return subject?.kind === 'payment' ? payments.readCheckoutOfPayment(subject.paymentId) : null
  },
  async apply(ctx, tx, event, prepared) {
    // `prepare` above is the only one who makes it.
    const facts = prepared as CheckoutFacts | null
    const checkout = facts && (await completeCheckout(ctx, tx, facts))
    if (checkout) await noteReceipt(ctx, tx, checkout, event)
  },
}

/** The provider's events are stored even while its keys are gone; they wait until it can be asked again. */
export function requirePayments(ctx: CommerceCtx) {
  if (ctx.payments) return ctx.payments
  throw new PaymentsUnavailable(new Error('payments are not set up'))
}

async function noteReceipt(ctx: CommerceCtx, tx: Tx, checkout: Checkout, event: InboxEvent): Promise<void> {
  const note = { organizationId: checkout.organizationId, checkoutId: checkout.id, happenedAt: ctx.clock.now() }
  await writeOrderNote(tx, { ...note, id: ctx.ids.next(), kind: 'received', detail: noteSentences.stripeSent(event.type), sourceKey: `event:${event.eventId}` })
  if (event.attempts > 0) {
    await writeOrderNote(tx, { ...note, id: ctx.ids.next(), kind: 'retried', detail: noteSentences.tookTries(event.type, String(event.attempts + 1)), sourceKey: `retried:${event.eventId}` })
  }
}
