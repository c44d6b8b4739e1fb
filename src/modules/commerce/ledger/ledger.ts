/** Who can hold a balance of money. */
export type MoneyAccountKind = 'buyer' | 'processor' | 'platform' | 'school'
/** Who can hold a balance of anything. */
export type AccountKind = MoneyAccountKind | 'credits-held' | 'credits-issued'
/** What can happen to money. */
export type MoneyFact = 'sale' | 'processing-fee' | 'refund'

/** One line of a transaction. Plus is what an account was given, minus what it gave. */
export interface EntryDraft {
  kind: AccountKind
  /** The buyer's address for buyers, the user's id for who holds credits, '' for the others. */
  holder: string
  /** Whose credits these are. */
  userId?: string
  /** Minor units; whole credits. */
  amountCents: number
}

/** A fact of money or of credits, ready to be booked: its entries sum to nothing. */
export interface TransactionDraft {
  kind: MoneyFact | 'credits-given' | 'credits-taken-back'
  /** Which fact this is; a fact is booked once. */
  sourceKey: string
  description: string
  currency: string
  entries: EntryDraft[]
}

/** A sale: the buyer gives the gross amount, the platform keeps its fee, the school gets the rest. */
export function saleEntries(sale: { buyer: string; grossCents: number; feeCents: number }): EntryDraft[] {
  return withoutZeros([
    { kind: 'buyer', holder: sale.buyer, amountCents: -sale.grossCents },
    { kind: 'school', holder: '', amountCents: sale.grossCents - sale.feeCents },
    { kind: 'platform', holder: '', amountCents: sale.feeCents },
  ])
}

/** What the payment provider keeps for a payment. With destination charges the platform bears it, out of its fee. */
export function processingFeeEntries(processorFeeCents: number): EntryDraft[] {
  return withoutZeros([
    { kind: 'platform', holder: '', amountCents: -processorFeeCents },
    { kind: 'processor', holder: '', amountCents: processorFeeCents },
  ])
}

/**
 * A refund as it happened: what came back from the school's account and what of the fee went back to it. The platform
 * stands for the difference, so a refund made without taking the transfer back shows as the platform's loss.
 */
export function refundEntries(refund: { buyer: string; amountCents: number; transferReversedCents: number; feeReturnedCents: number }): EntryDraft[] {
  return withoutZeros([
    { kind: 'buyer', holder: refund.buyer, amountCents: refund.amountCents },
    { kind: 'school', holder: '', amountCents: refund.feeReturnedCents - refund.transferReversedCents },
    { kind: 'platform', holder: '', amountCents: refund.transferReversedCents - refund.feeReturnedCents - refund.amountCents },
  ])
}

/** A refund that the buyer's bank sent back: the money is the platform's to give once more. */
export function failedRefundEntries(refund: { buyer: string; amountCents: number }): EntryDraft[] {
  return withoutZeros([
    { kind: 'buyer', holder: refund.buyer, amountCents: -refund.amountCents },
    { kind: 'platform', holder: '', amountCents: refund.amountCents },
  ])
}

/** Credits that the school gives, or by a negative amount takes back. */
export function creditEntries(gift: { userId: string; amount: number }): EntryDraft[] {
  return withoutZeros([
    { kind: 'credits-held', holder: gift.userId, userId: gift.userId, amountCents: gift.amount },
    { kind: 'credits-issued', holder: '', amountCents: -gift.amount },
  ])
}

/** Minus nothing and nothing are the same, and no line. */
function withoutZeros(entries: EntryDraft[]): EntryDraft[] {
  return entries.filter((entry) => entry.amountCents !== 0)
}
