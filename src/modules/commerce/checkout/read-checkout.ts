import { z } from 'zod'
import type { CommercePersonCtx } from '../ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { log } from '#platform/log/log.ts'
import { PaymentsUnavailable } from '../ports.ts'
import { findCheckout } from './checkout.queries.ts'
import { isTokenOf } from './checkout-token.ts'
import type { Checkout } from './checkout.ts'
import { completeCheckout } from './complete-checkout.ts'
import { mayAskAgain } from './throttles.ts'

/** Who asks how a checkout ended. */
export interface ReadCheckoutInput {
  checkoutId: string
  /** The secret in the browser's cookie, if it has one. */
  token: string | null
}

/**
 * How a checkout stands, for the browser that began it or the person who bought. While it is open the provider is
 * asked here and now, so the buyer does not depend on a webhook.
 *
 * @throws NotFound for everyone else
 */
export async function readCheckout(ctx: CommercePersonCtx, input: ReadCheckoutInput): Promise<Checkout> {
  const seen = await findOwn(ctx, input)
  const isUnsettled = seen.status === 'open' || seen.status === 'pending'
  if (!isUnsettled || !(await askProvider(ctx, seen))) return seen

  return findOwn(ctx, input)
}

async function findOwn(ctx: CommercePersonCtx, input: ReadCheckoutInput): Promise<Checkout> {
  // A visitor has no row level rights to any checkout; the secret or the buyer's own id is what opens it.
  const checkout = z.uuid().safeParse(input.checkoutId).success ? await ctx.inSystem((tx) => findCheckout(tx, ctx.organizationId, input.checkoutId)) : null
  const isOwn = checkout !== null && ((input.token !== null && isTokenOf(input.token, checkout.tokenHash)) || (ctx.userId !== null && checkout.userId === ctx.userId))
  if (!checkout || !isOwn) throw new NotFound(`checkout ${input.checkoutId.slice(0, 60)}`)
  return checkout
}

/** @returns whether something was learnt */
async function askProvider(ctx: CommercePersonCtx, checkout: Checkout): Promise<boolean> {
  if (!ctx.payments || !checkout.sessionId || !(await mayAskAgain(checkout.id))) return false

  try {
    const facts = await ctx.payments.readCheckout(checkout.sessionId)
    if (facts) await ctx.inSystem((tx) => completeCheckout(ctx, tx, facts))
    return facts !== null
  } catch (fault) {
    if (!(fault instanceof PaymentsUnavailable)) throw fault
    // The page goes on waiting; the webhook or the next look will tell.
    log.warn({ checkoutId: checkout.id, err: fault }, 'the payment provider could not be asked about a checkout')
    return false
  }
}
