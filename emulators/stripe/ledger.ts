import type { StripeState } from './state.ts'

/** Who holds money: `buyer:<e-mail>`, `processor`, `platform`, `connected:<account id>`. */
export type LedgerAccount = string

/** One movement: it leaves one account and reaches another, so all accounts always sum to zero. */
export type Posting = {
  at: number
  from: LedgerAccount
  to: LedgerAccount
  /** Minor units, never negative. */
  amount: number
  currency: string
  /** Why: `charge`, `processing_fee`, `transfer`, `application_fee`, `refund`, `transfer_reversal`, `application_fee_refund`. */
  kind: string
  source: string
}

/**
 * Writes one movement down. Moving nothing writes nothing.
 * @throws RangeError when the amount is negative or not whole
 */
export function post(state: StripeState, posting: Posting): void {
  if (!Number.isSafeInteger(posting.amount) || posting.amount < 0) {
    throw new RangeError(`A posting moves whole minor units, not ${posting.amount}.`)
  }
  if (posting.amount > 0) state.postings.push(posting)
}

/** The balance of every account in minor units, by currency. */
export function ledgerBalances(state: StripeState): Record<LedgerAccount, Record<string, number>> {
  const balances: Record<LedgerAccount, Record<string, number>> = {}
  const add = (account: LedgerAccount, currency: string, amount: number) => {
    const own = (balances[account] ??= {})
    own[currency] = (own[currency] ?? 0) + amount
  }
  for (const { from, to, amount, currency } of state.postings) {
    add(from, currency, -amount)
    add(to, currency, amount)
  }
  return balances
}

/**
 * Stripe's own fee in the emulator: 1.5% and 25 minor units, rounded half up, never more than the
 * amount. The platform pays it, and it is kept when a charge is refunded.
 * @param amount minor units
 */
export function processingFee(amount: number): number {
  return Math.min(amount, Math.floor((amount * 15 + 500) / 1000) + 25)
}
