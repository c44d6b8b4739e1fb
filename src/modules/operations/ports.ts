import type { AccountFacts } from '#modules/identity/index.ts'
import type { MembershipFacts, OrganizationFacts } from '#modules/tenancy/index.ts'

/** A person as the provider's directory lists them. */
export type ListedUser = AccountFacts & { updatedAt: Date }
export type ListedOrganization = Omit<OrganizationFacts, 'kind'>
export type ListedMembership = Omit<MembershipFacts, 'kind'>

/** A page of a list that is counted from its beginning: rows can move while somebody walks along. */
export interface CountedPage<Row> {
  rows: Row[]
  /** How many there are in all. */
  total: number
}

/** Where a page begins, and what ends the asking. */
export interface PageWish {
  offset: number
  signal?: AbortSignal
}

/**
 * What an identity provider says of everybody and everything it knows: what reconciliation walks. Every call keeps to
 * the provider's rate limit, waits when it asks for a pause, and tries again what another try may mend.
 *
 * @throws IdentityUnavailable when trying again did not help; whatever the signal was aborted with
 * @example
 * const page = await ctx.directory.listUsers({ after: null })
 */
export interface Directory {
  /** Rows that a page of a list holds at most. */
  pageSize: number
  /** People, the oldest first. @returns null when nobody is known by `after` any more */
  listUsers(wish: { after: string | null; signal?: AbortSignal }): Promise<ListedUser[] | null>
  /** People, the one who changed last first. */
  listRecentUsers(wish: PageWish): Promise<ListedUser[]>
  /** The oldest first, as with memberships: what is new comes at the end, so nothing moves but by deletion. */
  listOrganizations(wish: PageWish): Promise<CountedPage<ListedOrganization>>
  listMemberships(wish: PageWish): Promise<CountedPage<ListedMembership>>
  countUsers(signal?: AbortSignal): Promise<number>
  /** Each `find` answers null only when the provider says that there is no such thing. */
  findUser(subject: string, signal?: AbortSignal): Promise<ListedUser | null>
  findUsersByEmail(email: string, signal?: AbortSignal): Promise<ListedUser[]>
  findOrganization(clerkId: string, signal?: AbortSignal): Promise<ListedOrganization | null>
  findMembership(place: { organization: string; user: string }, signal?: AbortSignal): Promise<ListedMembership | null>
  listMembershipsOf(user: string, signal?: AbortSignal): Promise<ListedMembership[]>
  /** How many calls were sent so far, tries that failed included. */
  callsSent(): number
}
