import { log } from '#platform/log/log.ts'
import type { CommercePersonCtx } from '../ctx.ts'
import { PaymentsUnavailable } from '../ports.ts'
import type { Checkout } from './checkout.ts'
import { expireOpenCheckout } from './checkout.queries.ts'
import { completeCheckout } from './complete-checkout.ts'
import type { Deal } from './agree-on-deal.ts'

/** What somebody is about to begin. */
interface NewAttempt {
  email: string
  offerId: string
  deal: Deal
  now: Date
}

/** A payment page that closes sooner than this is not offered again. */
const minutesToPayMin = 10
/** The provider opens no page that closes sooner than half an hour from then; a minute is for our clocks. */
const minutesToOpenMin = 31

/**
 * Which of a browser's open attempts goes on, and which must be left before another begins: those of the same address
 * at another price, or whose page closes soon, and those of another address that hold a coupon's use or what is sold once.
 */
export function sortAttempts(attempts: Checkout[], wanted: NewAttempt): { goesOn: Checkout | null; toLeave: Checkout[] } {
  const isSamePerson = (attempt: Checkout) => attempt.email.toLowerCase() === wanted.email.toLowerCase()
  const goesOn = attempts.find((attempt) => isSamePerson(attempt) && attempt.offerId === wanted.offerId && isSameDeal(attempt, wanted.deal) && hasTimeLeft(attempt, wanted.now)) ?? null
  return { goesOn, toLeave: attempts.filter((attempt) => attempt !== goesOn && (isSamePerson(attempt) || attempt.couponId !== null || attempt.exclusiveSubjectId !== null)) }
}

function isSameDeal(attempt: Checkout, deal: Deal): boolean {
  return attempt.amountCents === deal.amountCents && attempt.couponId === deal.couponId
}

function hasTimeLeft(attempt: Checkout, now: Date): boolean {
  if (attempt.expiresAt === null) return true
  const minutes = attempt.url ? minutesToPayMin : minutesToOpenMin
  return attempt.expiresAt.getTime() >= now.getTime() + minutes * 60_000
}

/**
 * Closes the payment pages of attempts that are left, and brings each to where the provider says it is: nobody pays
 * two of them, and a coupon's use is free again only once its page cannot be paid any more. One that was paid in that
 * moment becomes an order.
 *
 * @returns false when the provider cannot be reached: then nothing may begin in their place
 */
export async function leaveAttempts(ctx: CommercePersonCtx, attempts: Checkout[]): Promise<boolean> {
  for (const attempt of attempts) {
    try {
      await leave(ctx, attempt)
    } catch (fault) {
      if (!(fault instanceof PaymentsUnavailable)) throw fault

      log.warn({ checkoutId: attempt.id, err: fault }, 'a payment page that was left could not be closed')
      return false
    }
  }
  return true
}

async function leave(ctx: CommercePersonCtx, attempt: Checkout): Promise<void> {
  const { payments } = ctx
  if (!attempt.sessionId) {
    // Its page has not opened, so nobody has the address of one; if it does in this moment, the next round finds it open.
    await ctx.inSystem((tx) => expireOpenCheckout(tx, attempt))
    return
  }
  if (!payments) throw new PaymentsUnavailable(new Error('payments are not set up'))

  await payments.expireCheckout(attempt.sessionId)
  const facts = await payments.readCheckout(attempt.sessionId)
  await ctx.inSystem(async (tx) => {
    if (facts) await completeCheckout(ctx, tx, facts)
    else await expireOpenCheckout(tx, attempt)
  })
}
