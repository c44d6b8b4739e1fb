import type { Organization, OrganizationMembership, User } from '@clerk/backend'
import { IdentityUnavailable } from '#modules/identity/ports.ts'
import type { Directory, ListedMembership, ListedOrganization, ListedUser } from '#modules/operations/ports.ts'
import { accountOf } from './clerk-accounts.ts'
import type { ClerkClient } from './clerk-client.ts'
import { makePace, wait, type Pace } from './pace.ts'
import { hasCode, isMissing } from './translate-clerk-fault.ts'

/** The most that Clerk gives at once. */
const pageSize = 500

interface Settings {
  /** How many calls in ten seconds. */
  calls: number
  /** How often one call is tried before the walk gives up. */
  triesMax?: number
  /** The pause before the second try; it doubles with each. */
  firstPauseMs?: number
}

type Sdk = Parameters<Parameters<ClerkClient['ask']>[0]>[0]

/**
 * Clerk's own lists of everybody, at a pace below its rate limit.
 *
 * @param clerk with time enough for a page of 500
 */
export function clerkDirectory(clerk: ClerkClient, settings: Settings): Directory {
  const { ask, callsSent } = makeAsking(clerk, settings)
  return {
    pageSize,
    callsSent,
    async listUsers({ after, signal }) {
      try {
        return (await ask((sdk) => listUsers(sdk, { orderBy: '+created_at', ...(after ? { startingAfter: after } : {}) }), signal)).map(userOf)
      } catch (fault) {
        if (after && hasCode(fault, 'form_resource_not_found')) return null
        throw fault
      }
    },
    listRecentUsers: async ({ offset, signal }) => (await ask((sdk) => listUsers(sdk, { orderBy: '-updated_at', offset }), signal)).map(userOf),
    async listOrganizations({ offset, signal }) {
      const { data, totalCount } = await ask((sdk) => sdk.organizations.getOrganizationList({ limit: pageSize, offset, orderBy: '+created_at' }), signal)
      return { rows: data.map(organizationOf), total: totalCount }
    },
    async listMemberships({ offset, signal }) {
      const { data, totalCount } = await ask((sdk) => sdk.organizations.getInstanceOrganizationMembershipList({ limit: pageSize, offset, orderBy: '+created_at' }), signal)
      return { rows: data.map(membershipOf), total: totalCount }
    },
    countUsers: (signal) => ask((sdk) => sdk.users.getCount(), signal),
    findUser: (subject, signal) => orNull(() => ask(async (sdk) => userOf(await sdk.users.getUser(subject)), signal)),
    findUsersByEmail: async (email, signal) => (await ask((sdk) => listUsers(sdk, { emailAddress: [email], limit: 10 }), signal)).map(userOf),
    findOrganization: (organizationId, signal) => orNull(() => ask(async (sdk) => organizationOf(await sdk.organizations.getOrganization({ organizationId })), signal)),
    async findMembership({ organization, user }, signal) {
      const found = await orNull(() => ask((sdk) => sdk.organizations.getOrganizationMembershipList({ organizationId: organization, userId: [user], limit: 10 }), signal))
      const own = found?.data.find(({ publicUserData }) => publicUserData?.userId === user)
      return own ? membershipOf(own) : null
    },
    async listMembershipsOf(user, signal) {
      const found = await orNull(() => ask((sdk) => sdk.users.getOrganizationMembershipList({ userId: user, limit: pageSize }), signal))
      // The list of one's own memberships may leave out whose they are.
      return (found?.data ?? []).map((one) => ({ ...membershipOf(one), user }))
    },
  }
}

/**
 * One page of people by the SDK's own request. Its `getUserList` counts everybody with each page, a second call that
 * would cost half of the rate limit; and its types lack `startingAfter`, which the API has beside an order by creation.
 */
function listUsers(sdk: Sdk, wish: { orderBy?: string; startingAfter?: string; offset?: number; emailAddress?: string[]; limit?: number }): Promise<User[]> {
  const { request } = sdk.users as unknown as { request(options: { method: 'GET'; path: string; queryParams: object }): Promise<User[]> }
  return request({ method: 'GET', path: '/users', queryParams: { limit: pageSize, ...wish } })
}

/** Asks at the pace, waits as long as Clerk says, and tries again what may have been the network. */
function makeAsking(clerk: ClerkClient, { calls, triesMax = 8, firstPauseMs = 500 }: Settings) {
  const pace: Pace = makePace(calls)
  let sent = 0
  async function ask<T>(work: (sdk: Sdk) => Promise<T>, signal?: AbortSignal): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      await pace.turn(signal)
      sent += 1
      try {
        return await clerk.ask(work)
      } catch (fault) {
        if (!(fault instanceof IdentityUnavailable) || tries >= triesMax) throw fault
        // Full jitter above a half, so that two who were refused together do not come back together.
        const backOffMs = Math.min(30_000, firstPauseMs * 2 ** (tries - 1)) * (0.5 + Math.random() / 2)
        if (fault.isAskedFor) pace.pause((fault.retryAfterSeconds ?? 1) * 1000)
        else await wait(backOffMs, signal)
      }
    }
  }
  return { ask, callsSent: () => sent }
}

async function orNull<T>(asking: () => Promise<T>): Promise<T | null> {
  try {
    return await asking()
  } catch (fault) {
    if (isMissing(fault)) return null
    throw fault
  }
}

function userOf(user: User): ListedUser {
  return { ...accountOf(user), updatedAt: new Date(user.updatedAt) }
}

/** An organization as the use cases know it. */
export function organizationOf({ id, name, slug, createdBy, createdAt, updatedAt }: Organization): ListedOrganization {
  return { clerkId: id, at: new Date(updatedAt), name, slug: slug ?? '', createdBy: createdBy ?? null, madeAt: new Date(createdAt) }
}

/** A membership as the use cases know it. */
export function membershipOf({ id, role, organization, publicUserData, createdAt, updatedAt }: OrganizationMembership): ListedMembership {
  return {
    clerkId: id,
    at: new Date(updatedAt),
    madeAt: new Date(createdAt),
    organization: organization.id,
    createdBy: organization.createdBy ?? null,
    user: publicUserData?.userId ?? null,
    role,
  }
}
