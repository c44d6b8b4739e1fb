import { compareMemberships, holdMemberships, liftMembershipTombstone, syncMembership } from '#modules/tenancy/index.ts'
import type { ListedMembership } from '../ports.ts'
import type { Kind, Named } from './kinds.ts'

export const memberships: Kind<ListedMembership> = {
  kind: 'membership',
  nameOf: ({ clerkId, organization, user }) => ({ subject: clerkId, about: user === null ? null : `${organization} ${user}` }),
  compare: (tx, rows) => compareMemberships(tx, rows),
  // A membership has no address of its own: it is asked for by its two sides, and another one in its place is not it.
  async find(directory, named, signal) {
    const found = await directory.findMembership(placeOf(named), signal)
    return found?.clerkId === named.subject ? found : null
  },
  hold: (tx, rows) => holdMemberships(tx, rows),
  write: (ctx, tx, row) => syncMembership(ctx, tx, { kind: 'updated', ...row }),
  async lift(tx, { clerkId, organization, user }, endedAt) {
    return user !== null && (await liftMembershipTombstone(tx, { clerkId, organization, user }, endedAt))
  },
  end: (ctx, tx, named, at) => syncMembership(ctx, tx, { kind: 'deleted', clerkId: named.subject, at, madeAt: null, ...placeOf(named), createdBy: null, role: '' }),
}

/** The two sides of a membership, as the provider calls them. */
export function placeOf({ about }: Named): { organization: string; user: string } {
  const [organization = '', user = ''] = about?.split(' ') ?? []
  return { organization, user }
}
