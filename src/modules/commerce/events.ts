import { z } from 'zod'

/** A checkout became an order. Heard once by each subscriber. */
export const orderPaid = {
  name: 'order.paid',
  version: 1,
  payload: z.object({
    orderId: z.uuid(),
    checkoutId: z.uuid(),
    userId: z.uuid(),
    subjectKind: z.literal('course'),
    subjectId: z.uuid(),
    title: z.string(),
    amountCents: z.number().int(),
    currency: z.string(),
  }),
} as const
export type OrderPaid = z.infer<typeof orderPaid.payload>

/** Money of an order was given back. `isFull`: nothing of it is left, so access ends. */
export const orderRefunded = {
  name: 'order.refunded',
  version: 1,
  payload: z.object({
    orderId: z.uuid(),
    userId: z.uuid(),
    subjectKind: z.literal('course'),
    subjectId: z.uuid(),
    amountCents: z.number().int(),
    currency: z.string(),
    isFull: z.boolean(),
  }),
} as const
export type OrderRefunded = z.infer<typeof orderRefunded.payload>
