import { z } from 'zod'
import type { PaymentEventSubject } from '#modules/commerce/ports.ts'

const reference = z.union([z.string(), z.object({ id: z.string() }).transform((object) => object.id)])

const snapshotEvent = z.object({
  object: z.literal('event'),
  data: z.object({
    object: z.discriminatedUnion('object', [
      z.object({ object: z.literal('checkout.session'), id: z.string() }),
      z.object({ object: z.literal('charge'), payment_intent: reference.nullish() }),
      z.object({ object: z.literal('refund'), payment_intent: reference.nullish() }),
      z.object({ object: z.literal('account'), id: z.string() }),
    ]),
  }),
})

const thinEvent = z.object({
  object: z.literal('v2.core.event'),
  related_object: z.object({ id: z.string(), type: z.literal('v2.core.account') }),
})

/**
 * Which thing an event is about. Nothing else is taken from it: events come late, twice and out of order, so what is
 * true is asked of Stripe by this id.
 */
export function readEventSubject(payload: unknown): PaymentEventSubject | null {
  const thin = thinEvent.safeParse(payload)
  if (thin.success) return { kind: 'payout-account', accountId: thin.data.related_object.id }

  const event = snapshotEvent.safeParse(payload)
  if (!event.success) return null

  const { object } = event.data.data
  if (object.object === 'checkout.session') return { kind: 'checkout', sessionId: object.id }
  if (object.object === 'account') return { kind: 'payout-account', accountId: object.id }
  return object.payment_intent ? { kind: 'payment', paymentId: object.payment_intent } : null
}
