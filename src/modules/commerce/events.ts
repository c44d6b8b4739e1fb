import { z } from 'zod'
import { subjectKinds, type OfferPart } from './offers/offer.ts'

/** What is delivered, where it is more than the subject alone. Facts from before there were bundles have none. */
const parts = z.array(z.object({ subjectKind: z.enum(subjectKinds), subjectId: z.uuid() })).optional()

/** A checkout became an order. Heard once by each subscriber. */
export const orderPaid = {
  name: 'order.paid',
  version: 1,
  payload: z.object({
    orderId: z.uuid(),
    checkoutId: z.uuid(),
    userId: z.uuid(),
    subjectKind: z.enum(subjectKinds),
    subjectId: z.uuid(),
    parts,
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
    subjectKind: z.enum(subjectKinds),
    subjectId: z.uuid(),
    parts,
    amountCents: z.number().int(),
    currency: z.string(),
    isFull: z.boolean(),
  }),
} as const
export type OrderRefunded = z.infer<typeof orderRefunded.payload>

/**
 * Which things of one kind an order delivers, or took back: the parts of a bundle, else what was bought.
 *
 * @example
 * for (const courseId of idsOfKind(order, 'course')) await open(courseId)
 */
export function idsOfKind(order: OfferPart & { parts?: OfferPart[] | undefined }, kind: OfferPart['subjectKind']): string[] {
  const all = order.parts ?? [order]
  return all.filter(({ subjectKind }) => subjectKind === kind).map(({ subjectId }) => subjectId)
}
