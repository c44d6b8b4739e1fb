import { mayApply } from '#modules/identity/index.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { DependencyNotReady } from '#platform/inbox/dependency-not-ready.ts'
import { log } from '#platform/log/log.ts'
import { sayOnce } from '#platform/log/say-once.ts'
import { forgetMember } from '../people/forget-member.ts'
import { isLaterMembership } from './later-membership.ts'
import { roleOfClerk } from './role-of-clerk.ts'
import { endMembershipOfClerk, findUserOfClerk, hasOwner, hasUserCome, writeMembershipOfClerk } from './sync-membership.queries.ts'
import { findOrganizationOfClerk } from './sync-organization.queries.ts'
import { findSyncState, listGenerations, lockOrganization, writeSyncState } from './sync-states.queries.ts'

/** What Clerk says of a membership at one moment. */
export interface MembershipFacts {
  kind: 'created' | 'updated' | 'deleted'
  clerkId: string
  /** When it happened, by Clerk's clock. */
  at: Date
  madeAt: Date | null
  /** The organization, as Clerk calls it, and who made that. */
  organization: string
  createdBy: string | null
  /** Whose it is, as Clerk calls them; Clerk leaves it out at times. */
  user: string | null
  role: string
}

/**
 * While events come in a crowd and in any order, a school is without an owner for moments, and each of its members'
 * events meets that: it is worth a line an hour, and not one an event.
 */
const isTimeToSay = sayOnce(3_600_000)

/** School and person, both there; of an end the person may be gone already. */
interface Place {
  organizationId: string
  userId: string
  userDeletedAt: Date | null
}

/**
 * Brings someone's membership in a school up to what Clerk says: twice, late or in any order it comes to the same. A
 * person has one row in a school however often they left and came back; the membership that Clerk made last is the one
 * it shows, and the end of an earlier one ends nothing.
 *
 * @param tx a transaction of the system
 * @throws DependencyNotReady while the organization or the person has not come yet
 */
export async function syncMembership(ctx: Pick<SystemCtx, 'clock' | 'ids'>, tx: Tx, facts: MembershipFacts): Promise<void> {
  await lockOrganization(tx, facts.organization, facts.user ?? undefined)
  const key = { kind: 'membership', subject: facts.clerkId } as const
  const known = await findSyncState(tx, key)
  if (!mayApply({ kind: facts.kind, occurredAt: facts.at }, known)) return

  const isGone = facts.kind === 'deleted'
  const user = facts.user ?? known?.about?.split(' ')[1] ?? null
  if (!user && !isGone) return log.warn({ membership: facts.clerkId }, 'a membership at Clerk that does not say whose it is')

  const place = user ? await findPlace(tx, facts.organization, user, isGone) : null
  const about = user ? `${facts.organization} ${user}` : null
  await writeSyncState(tx, key, { about, madeAt: facts.madeAt, sourceUpdatedAt: facts.at, deletedAt: isGone ? facts.at : null })
  if (!place || !about || !(await isLatest(tx, about, facts))) return

  if (isGone) await end(tx, place, facts)
  else await writeMembershipOfClerk(tx, { ...place, id: ctx.ids.next(), clerkId: facts.clerkId, role: roleOfClerk(facts.role, facts.createdBy === user), at: facts.at })
  const isOwnerless = !(await hasOwner(tx, place.organizationId))
  if (isOwnerless && isTimeToSay(facts.organization, ctx.clock.now())) log.warn({ organization: facts.organization }, 'a school has no owner: make someone one, unless an owner comes within the hour')
}

/** Whose account went first may have stayed behind as a school's last owner; with this end nothing holds them. */
async function end(tx: Tx, { organizationId, userId, userDeletedAt }: Place, { clerkId, at }: MembershipFacts): Promise<void> {
  await endMembershipOfClerk(tx, { organizationId, userId, clerkId, at })
  if (userDeletedAt) await forgetMember(tx, { userId, at: userDeletedAt, email: null })
}

/** An end waits for nobody: what never came has nothing to end, and what comes later finds the end. */
async function findPlace(tx: Tx, organization: string, user: string, isGone: boolean): Promise<Place | null> {
  const school = await findOrganizationOfClerk(tx, organization)
  const person = await findUserOfClerk(tx, user)
  if (school && !school.deletedAt && person && (isGone || !person.deletedAt)) return { organizationId: school.id, userId: person.id, userDeletedAt: person.deletedAt }

  const isOver = isGone || school?.deletedAt || person?.deletedAt || (await hasGone(tx, { organization, user }))
  if (isOver) return null
  if (school) throw new DependencyNotReady(`clerk user ${user}`, (tx) => hasUserCome(tx, user))
  throw new DependencyNotReady(`clerk organization ${organization}`, async (tx) => (await findSyncState(tx, { kind: 'organization', subject: organization })) !== null)
}

/** Whether one of the two was here, or would have come, and is deleted, so that nothing of it is left to be found. */
async function hasGone(tx: Tx, { organization, user }: { organization: string; user: string }): Promise<boolean> {
  const states = [await findSyncState(tx, { kind: 'organization', subject: organization }), await findSyncState(tx, { kind: 'user', subject: user })]
  return states.some((state) => state !== null && state.deletedAt !== null)
}

async function isLatest(tx: Tx, about: string, facts: MembershipFacts): Promise<boolean> {
  const own = { subject: facts.clerkId, madeAt: facts.madeAt ?? new Date(0) }
  const generations = await listGenerations(tx, about)
  return generations.every((other) => other.subject === own.subject || isLaterMembership(own, other))
}
