import type { Tx } from '#platform/db/transaction.ts'
import type { Ids } from '#platform/ids/ids.ts'
import { listMembershipsHere, type MembershipHere } from './compare-memberships.queries.ts'
import { holdPeople, insertManyMemberships, lockManyMemberships, type NewMembership } from './import-memberships.queries.ts'
import { roleOfClerk } from './role-of-clerk.ts'
import type { MembershipFacts } from './sync-membership.ts'

type Listed = Omit<MembershipFacts, 'kind'>
type WithUser = Listed & { user: string }

/**
 * Writes those of many memberships of which nothing is known here, all at once, as `syncMembership` would one by one
 * (a property test holds the two to the same). Left to that are those whose school or person is not here or is gone,
 * that are known, come twice, or whose person is in the school already.
 *
 * @param tx a transaction of the system; it holds a lock for each membership until its end, so 250 are enough
 * @returns those that were left
 */
export async function importMemberships(tx: Tx, ids: Ids, memberships: readonly Listed[]): Promise<Listed[]> {
  const named = await holdMemberships(tx, memberships)
  const here = await listMembershipsHere(tx, named.map(({ clerkId, organization, user, madeAt }) => ({ clerkId, organization, user, madeAt: madeAt ?? new Date(0) })))
  const places = new Map(here.map((one) => [one.clerkId, one]))

  const taken = new Set<string>()
  const plain = new Map<Listed, NewMembership>()
  for (const one of memberships) {
    const made = newMembership(ids, one, places.get(one.clerkId))
    if (made && !taken.has(made.about) && !taken.has(made.clerkId)) plain.set(one, made)
    // Also what is left has its turn: whatever speaks of the same comes after it.
    taken.add(`${one.organization} ${one.user}`).add(one.clerkId)
  }
  if (plain.size > 0) await insertManyMemberships(tx, [...plain.values()])
  return memberships.filter((one) => !plain.has(one))
}

function newMembership(ids: Ids, there: Listed, here: MembershipHere | undefined): NewMembership | null {
  if (!here?.organizationId || !here.userId || !here.isOrganizationOpen || !here.isUserHere) return null
  if (here.rowId !== null || here.saidAt !== null || here.hasLater) return null

  return {
    id: ids.next(),
    organizationId: here.organizationId,
    userId: here.userId,
    clerkId: there.clerkId,
    about: `${there.organization} ${there.user}`,
    role: roleOfClerk(there.role, there.createdBy === there.user),
    madeAt: there.madeAt,
    sourceUpdatedAt: there.at,
  }
}

/** Takes the locks of all these memberships before the first is written. @returns those that say whose they are */
export async function holdMemberships(tx: Tx, memberships: readonly Listed[]): Promise<WithUser[]> {
  const named = memberships.filter((one): one is WithUser => one.user !== null)
  await lockManyMemberships(tx, named)
  await holdPeople(tx, named.map(({ user }) => user))
  return named
}
