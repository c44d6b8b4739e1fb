import type { Tx } from '#platform/db/transaction.ts'

/** A checkout whose buyer is done and whose money has yet to arrive. */
export interface PaymentOnTheWay {
  checkoutId: string
  email: string
  title: string
  amountCents: number
  /** ISO 4217 in small letters. */
  currency: string
  begunAt: Date
}

/** How much of one currency is on its way, from how many payments. */
export interface SumOnTheWay {
  currency: string
  amountCents: number
  count: number
}

export async function selectOnTheWay(tx: Tx, organizationId: string, limit: number): Promise<PaymentOnTheWay[]> {
  return tx
    .selectFrom('checkouts')
    .select(['id as checkoutId', 'email', 'title', 'amount_cents as amountCents', 'currency', 'created_at as begunAt'])
    .where('organization_id', '=', organizationId)
    .where('status', '=', 'pending')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

export async function sumOnTheWay(tx: Tx, organizationId: string): Promise<SumOnTheWay[]> {
  const rows = await tx
    .selectFrom('checkouts')
    .select(['currency', ({ fn }) => fn.sum<string>('amount_cents').as('cents'), ({ fn }) => fn.countAll<number>().as('payments')])
    .where('organization_id', '=', organizationId)
    .where('status', '=', 'pending')
    .groupBy('currency')
    .orderBy('currency')
    .execute()
  return rows.map(({ currency, cents, payments }) => ({ currency, amountCents: Number(cents), count: Number(payments) }))
}
