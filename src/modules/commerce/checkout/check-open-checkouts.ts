import type { CommerceCtx } from '../ctx.ts'
import { completeCheckout } from './complete-checkout.ts'
import { expireUnopenedCheckouts, takeCheckoutsToAsk } from './checkout.queries.ts'

/** How many are asked about in one run; the next run is five minutes later. */
const checkoutsMax = 50
const aDayMs = 24 * 3600_000

/**
 * Asks the provider about checkouts whose end was not heard of: webhooks are a courtesy and may never come.
 *
 * @throws PaymentsUnavailable: the rest waits for the next run
 */
export async function checkOpenCheckouts(ctx: CommerceCtx): Promise<void> {
  const { payments } = ctx
  if (!payments) return

  const now = ctx.clock.now()
  const open = await ctx.inSystem(async (tx) => {
    await expireUnopenedCheckouts(tx, { now, createdBefore: new Date(now.getTime() - aDayMs) })
    return takeCheckoutsToAsk(tx, now, checkoutsMax)
  })
  for (const { sessionId } of open) {
    const facts = await payments.readCheckout(sessionId)
    if (facts) await ctx.inSystem((tx) => completeCheckout(ctx, tx, facts))
  }
}
