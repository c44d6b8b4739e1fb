import { forgetAnswers } from '#modules/consents/index.ts'
import { removeOwnAccount } from '#modules/identity/index.ts'
import { endLearning } from '#modules/learning/index.ts'
import { deleteValuesOf, emptyMembership, listSchoolsOnlyOwnedBy } from '#modules/tenancy/index.ts'
import { log } from '#platform/log/log.ts'
import type { PrivacyCtx } from '../privacy-ctx.ts'
import { deleteDeparture, holdDeparture, listDueDepartures, lockDeparture, type Departure } from './departures.queries.ts'

/**
 * The job `carry-out-departures`: lets those go whose time to reconsider is over. One that would leave a school without
 * an owner is held, and tried again each time. One that fails keeps no other from going.
 */
export async function carryOutDepartures(ctx: PrivacyCtx): Promise<void> {
  const now = ctx.clock.now()
  for (const due of await ctx.inSystem((tx) => listDueDepartures(tx, now))) {
    try {
      await carryOut(ctx, due, now)
    } catch (fault) {
      log.warn({ departureId: due.id, reason: fault instanceof Error ? fault.message : String(fault) }, 'a departure did not succeed; it is tried again')
    }
  }
}

async function carryOut(ctx: PrivacyCtx, due: Departure, now: Date): Promise<void> {
  const isAccount = await ctx.inSystem(async (tx) => {
    const departure = await lockDeparture(tx, due.id)
    if (!departure) return false
    const { userId, organizationId } = departure
    if ((await listSchoolsOnlyOwnedBy(tx, departure)).length > 0) {
      await holdDeparture(tx, departure.id, now)
      return false
    }
    if (organizationId === null) return true

    await forgetAnswers(tx, { userId, organizationId })
    await deleteValuesOf(tx, { userId, organizationId })
    await endLearning(tx, { userId, organizationId })
    await emptyMembership(tx, { userId, organizationId }, now)
    await deleteDeparture(tx, departure)
    return false
  })
  // The provider is asked outside of any transaction. The request goes with the person, when their deletion is heard;
  // if this ends half-way, the next hour finds it and asks again.
  if (isAccount) await removeOwnAccount(ctx, due.userId)
}
