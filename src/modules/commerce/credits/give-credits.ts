import { readPerson, requirePermission } from '#modules/tenancy/index.ts'
import type { SystemCtx, TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { creditEntries } from '../ledger/ledger.ts'
import { postTransaction } from '../ledger/post-transaction.ts'
import { findGift } from './credits.queries.ts'

type Ctx = Pick<SystemCtx, 'clock' | 'ids' | 'inSystem'> & TenantCtx

/** A gift of credits. */
export interface CreditGift {
  membershipId: string
  /** Whole credits, at least one. */
  amount: number
  /** For the person to read. */
  reason: string
  /** The same key again gives nothing again. */
  requestKey: string
}

/**
 * Gives one of the school's people credits.
 *
 * @returns whether they are new
 * @throws NotAllowed without `credits.give`; NotFound for strangers, and for people of other schools
 */
export async function giveCredits(ctx: Ctx, gift: CreditGift): Promise<boolean> {
  const madeBy = await requireGiver(ctx)
  const { userId } = await readPerson(ctx, gift.membershipId)
  return ctx.inSystem((tx) =>
    postTransaction(ctx, tx, placeOf(ctx, madeBy), {
      kind: 'credits-given',
      sourceKey: `credits:${gift.requestKey}`,
      description: gift.reason,
      currency: 'credits',
      entries: creditEntries({ userId, amount: gift.amount }),
    }))
}

/**
 * Takes a gift back, whole, by a transaction that turns it round. Asked twice, it is taken back once.
 *
 * @throws NotAllowed without `credits.give`; NotFound for strangers, and for what is no gift to this person
 */
export async function takeCreditsBack(ctx: Ctx, { membershipId, transactionId }: { membershipId: string; transactionId: string }): Promise<boolean> {
  const madeBy = await requireGiver(ctx)
  const { userId } = await readPerson(ctx, membershipId)
  return ctx.inSystem(async (tx) => {
    const gift = await findGift(tx, ctx.organizationId, transactionId)
    if (!gift || gift.userId !== userId) throw new NotFound(`a gift of credits ${transactionId}`)

    return postTransaction(ctx, tx, placeOf(ctx, madeBy), {
      kind: 'credits-taken-back',
      sourceKey: `credits-back:${transactionId}`,
      description: gift.reason,
      currency: 'credits',
      entries: creditEntries({ userId, amount: -gift.amount }),
    })
  })
}

async function requireGiver(ctx: Ctx): Promise<string> {
  return ctx.inTenant(async ({ role }) => {
    requirePermission(role, 'credits.give')
    if (ctx.userId === null) throw new NotFound('credits were given by nobody')
    return ctx.userId
  })
}

function placeOf(ctx: Ctx, madeBy: string) {
  return { organizationId: ctx.organizationId, orderId: null, madeBy, postedAt: ctx.clock.now() }
}
