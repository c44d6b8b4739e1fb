import { compareFields, isBuried, isMissing, isSame, type Comparison } from '#modules/identity/index.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { liftTombstoneOfMembership, listMembershipsHere, type MembershipHere } from './compare-memberships.queries.ts'
import { roleOfClerk } from './role-of-clerk.ts'
import type { MembershipFacts } from './sync-membership.ts'
import { lockOrganization } from './sync-states.queries.ts'

type Listed = Omit<MembershipFacts, 'kind'>
type WithUser = Listed & { user: string }

/**
 * Compares memberships as Clerk lists them with those here, by the rules of `syncMembership`, in one question however
 * many there are. One whose person Clerk does not name cannot be compared and counts as the same.
 *
 * @returns in the order of `memberships`
 */
export async function compareMemberships(tx: Tx, memberships: readonly Listed[]): Promise<Comparison[]> {
  const known = memberships.filter((one): one is WithUser => one.user !== null)
  const here = await listMembershipsHere(tx, known.map(({ clerkId, organization, user, madeAt }) => ({ clerkId, organization, user, madeAt: madeAt ?? new Date(0) })))
  const byId = new Map(here.map((one) => [one.clerkId, one]))
  return memberships.map((there) => {
    const found = byId.get(there.clerkId)
    return found ? compare(there, found) : isSame(there.clerkId)
  })
}

function compare(there: Listed, here: MembershipHere): Comparison {
  const { clerkId } = there
  if (here.hasLater) return isSame(clerkId)
  if (here.endedAt) return isBuried(clerkId, here.endedAt)
  if (here.rowId === null || !here.isOrganizationOpen || !here.isUserHere) return isMissing(clerkId)
  if (here.saidAt && here.saidAt > there.at) return isSame(clerkId)

  return compareFields(clerkId, [
    { field: 'ended', here: here.rowEndedAt?.toISOString() ?? null, there: null },
    { field: 'membership', here: here.linkedTo, there: clerkId },
    { field: 'role', here: here.role, there: roleOfClerk(there.role, there.createdBy === there.user) },
  ])
}

/**
 * Takes back that a membership ended, of which Clerk, asked after that end, said that it stands.
 *
 * @param endedAt the end that was known before Clerk was asked; another end in its place stands
 * @returns whether it was taken back
 */
export async function liftMembershipTombstone(tx: Tx, membership: { clerkId: string; organization: string; user: string }, endedAt: Date): Promise<boolean> {
  await lockOrganization(tx, membership.organization, membership.user)
  return liftTombstoneOfMembership(tx, membership.clerkId, endedAt)
}
