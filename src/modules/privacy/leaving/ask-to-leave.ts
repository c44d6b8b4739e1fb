import { findOwnMembership, KeptElsewhere, LastOwner, listSchoolsOnlyOwnedBy, type OwnScope } from '#modules/tenancy/index.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { countOwnData } from '../export/collect-own-data.ts'
import type { LeavingFigures } from '../export/own-data.schema.ts'
import { tellDeparture } from '../mails/privacy-mails.ts'
import type { PrivacyCtx } from '../privacy-ctx.ts'
import { deleteDeparture, findDeparture, insertDeparture, type Departure } from './departures.queries.ts'

/** How long somebody can think better of it. */
export const daysToReconsider = 14

type Ctx = Pick<PrivacyCtx, 'inSystem' | 'clock' | 'ids' | 'config'>

/** What leaving would do, and whether it is under way. */
export interface Leaving {
  figures: LeavingFigures
  departure: Departure | null
  /** Of the school; of an account always. */
  isMember: boolean
  /** Whether the identity provider keeps the membership, and ends it. */
  isKeptElsewhere: boolean
}

/**
 * Asks to leave a school, or to delete the account. It happens in 14 days; a mail says so at once, and how to stay.
 * Asked again, it is the same one.
 *
 * @throws LastOwner when a school would have no owner; NotFound without a membership; KeptElsewhere
 */
export async function askToLeave(ctx: Ctx, scope: OwnScope): Promise<void> {
  const dueAt = new Date(ctx.clock.now().getTime() + daysToReconsider * 86_400_000)
  await ctx.inSystem(async (tx) => {
    if (scope.organizationId !== null) {
      const membership = await findOwnMembership(tx, { ...scope, organizationId: scope.organizationId })
      if (!membership) throw new NotFound('nobody leaves a school they are not in')
      if (membership.isKeptElsewhere) throw new KeptElsewhere()
    }
    if ((await listSchoolsOnlyOwnedBy(tx, scope)).length > 0) throw new LastOwner()

    const id = ctx.ids.next()
    if (await insertDeparture(tx, { id, dueAt, ...scope })) await tellDeparture(ctx, tx, { id, dueAt, ...scope })
  })
}

/** Takes it back. Nothing has happened yet. */
export async function stayAfterAll(ctx: Ctx, scope: OwnScope): Promise<void> {
  await ctx.inSystem((tx) => deleteDeparture(tx, scope))
}

/** What leaving would do in figures, and whether it is under way. */
export async function readLeaving(ctx: Ctx, scope: OwnScope): Promise<Leaving> {
  return ctx.inSystem(async (tx) => {
    const { organizationId } = scope
    const membership = organizationId === null ? null : await findOwnMembership(tx, { ...scope, organizationId })
    return { figures: await countOwnData(tx, scope), departure: await findDeparture(tx, scope), isMember: organizationId === null || membership !== null, isKeptElsewhere: membership?.isKeptElsewhere ?? false }
  })
}
