import type { Tx } from '#platform/db/transaction.ts'
import type { CommerceCtx } from '../ctx.ts'
import { failedRefundEntries, refundEntries } from '../ledger/ledger.ts'
import { postTransaction } from '../ledger/post-transaction.ts'
import { noteSentences } from '../orders/note-sentences.ts'
import { writeOrderNote, type OrderNote } from '../orders/order-notes.queries.ts'
import type { Order } from '../orders/order.ts'
import type { MatchedRefund } from './match-refunds.ts'
import { shareFeeReturned, type Refund } from './refund.ts'
import { updateRefund } from './refunds.queries.ts'

/** Where it is booked. */
interface Books {
  ctx: Pick<CommerceCtx, 'clock' | 'ids'>
  tx: Tx
  order: Order
}

/**
 * Books each refund that went through and is not in the books, and takes back each that failed after all.
 *
 * @param feeReturnedCents what the provider gave back of the platform's fee, in sum over all of these refunds
 * @returns how much was newly given back
 */
export async function bookRefunds(books: Books, feeReturnedCents: number, matches: MatchedRefund[]): Promise<number> {
  const booked = matches.reduce((sum, { refund }) => sum + refund.feeReturnedCents, 0)
  const fresh = matches.filter(({ refund, facts }) => facts.status === 'succeeded' && refund.status !== 'succeeded')
  const shares = shareFeeReturned(Math.max(0, feeReturnedCents - booked), fresh.map(({ facts }) => facts.amountCents))
  for (const [index, match] of fresh.entries()) await bookOne(books, match, shares[index] ?? 0)

  for (const match of matches) {
    if (match.facts.status === 'failed' && match.refund.status !== 'failed') await takeBack(books, match)
    if (match.facts.status === 'pending' && !match.refund.providerRefundId) {
      await updateRefund(books.tx, { ...match.refund, providerRefundId: match.facts.providerRefundId })
    }
  }
  return fresh.reduce((sum, { facts }) => sum + facts.amountCents, 0)
}

async function bookOne(books: Books, { refund, facts }: MatchedRefund, feeReturnedCents: number): Promise<void> {
  const { ctx, tx, order } = books
  const { amountCents, transferReversedCents, providerRefundId } = facts
  await updateRefund(tx, { ...refund, providerRefundId, status: 'succeeded', feeReturnedCents, transferReversedCents, error: null })
  await postTransaction(ctx, tx, placeOf(books), {
    kind: 'refund',
    sourceKey: `refund:${providerRefundId}`,
    description: `Refund of order ${order.number} to ${order.buyerEmail}`,
    currency: order.currency,
    entries: refundEntries({ buyer: order.buyerEmail, amountCents, transferReversedCents, feeReturnedCents }),
  })
  await note(books, refund, { kind: 'done', detail: noteSentences.refunded })
}

/** Stripe gives a failed refund's money to the platform; the school's share does not come back by itself. */
async function takeBack(books: Books, { refund, facts }: MatchedRefund): Promise<void> {
  const { ctx, tx, order } = books
  await updateRefund(tx, { ...refund, providerRefundId: facts.providerRefundId, status: 'failed', error: facts.failure ?? 'failed' })
  if (refund.status === 'succeeded') {
    await postTransaction(ctx, tx, placeOf(books), {
      kind: 'refund',
      sourceKey: `refund:${facts.providerRefundId}:failed`,
      description: `The bank sent the refund of order ${order.number} back`,
      currency: order.currency,
      entries: failedRefundEntries({ buyer: order.buyerEmail, amountCents: facts.amountCents }),
    })
  }
  await note(books, refund, { kind: 'failed', detail: noteSentences.refundFailed((facts.failure ?? noteSentences.noReason).replaceAll('_', ' ')) })
}

function placeOf({ ctx, order }: Books) {
  return { organizationId: order.organizationId, orderId: order.id, postedAt: ctx.clock.now() }
}

async function note({ ctx, tx, order }: Books, refund: Refund, line: Pick<OrderNote, 'kind' | 'detail'>): Promise<void> {
  const sourceKey = `refund:${refund.id}:${line.kind}`
  await writeOrderNote(tx, { ...line, organizationId: order.organizationId, checkoutId: order.checkoutId, id: ctx.ids.next(), happenedAt: ctx.clock.now(), sourceKey })
}
