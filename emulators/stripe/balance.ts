import type Stripe from 'stripe'
import type { Emulator } from './emulator.ts'

/** A balance line as of now: it becomes available two days after it was written. */
export function withStatus(emulator: Emulator, line: Stripe.BalanceTransaction): Stripe.BalanceTransaction {
  return { ...line, status: line.available_on <= emulator.clock.now() ? 'available' : 'pending' }
}

/**
 * What Stripe holds for the platform or for a connected account, split into what may be paid out
 * and what is still on its way. It never pays out here.
 */
export function balanceOf(emulator: Emulator, account: string | null): Stripe.Balance {
  const sums = new Map<string, { available: number; pending: number }>()
  for (const { owner, value } of Object.values(emulator.state.balanceTransactions)) {
    if (owner !== account) continue
    const sum = sums.get(value.currency) ?? { available: 0, pending: 0 }
    sum[withStatus(emulator, value).status === 'available' ? 'available' : 'pending'] += value.net
    sums.set(value.currency, sum)
  }
  if (sums.size === 0) sums.set('usd', { available: 0, pending: 0 })
  const part = (which: 'available' | 'pending') =>
    [...sums].map(([currency, sum]) => ({ amount: sum[which], currency, source_types: { card: sum[which] } }))
  return {
    object: 'balance', available: part('available'), livemode: false, pending: part('pending'),
    ...(account ? {} : { connect_reserved: [...sums.keys()].map((currency) => ({ amount: 0, currency })) }),
  }
}
