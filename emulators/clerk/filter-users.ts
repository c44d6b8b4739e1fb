import { z } from 'zod'
import { findMembership, findUserByEmail, membershipsOfOrganization } from './directory.ts'
import type { Emulator } from './emulator.ts'
import { queryFlag, queryInteger, queryList, queryText, signedList } from './params.ts'
import type { StoredUser } from './state.ts'

/** The filters that the list and the count of people share. */
export const userFilters = {
  email_address: queryList.optional(), username: queryList.optional(), external_id: signedList.optional(), user_id: signedList.optional(),
  organization_id: signedList.optional(), query: queryText.optional(), email_address_query: queryText.optional(),
  username_query: queryText.optional(), name_query: queryText.optional(), banned: queryFlag.optional(),
  last_active_at_before: queryInteger.optional(), last_active_at_after: queryInteger.optional(), last_active_at_since: queryInteger.optional(),
  created_at_before: queryInteger.optional(), created_at_after: queryInteger.optional(),
  last_sign_in_at_before: queryInteger.optional(), last_sign_in_at_after: queryInteger.optional(),
}
const filtered = z.strictObject(userFilters)
type Filters = z.infer<typeof filtered>

/** Whom a filter by an exact name can mean at all, so that a look-up reads no list of a hundred thousand. */
function named(emulator: Emulator, params: Filters): Set<StoredUser> | null {
  const { state } = emulator
  const found = params.email_address?.map((address) => findUserByEmail(state, address))
    ?? params.username?.map((name) => state.known.usernames.get(name))
    ?? (params.user_id?.wanted && [...params.user_id.wanted].map((id) => state.users.get(id)))
    ?? (params.external_id?.wanted && [...params.external_id.wanted].map((id) => state.known.externalIds.get(id)))
    ?? (params.organization_id?.wanted && [...params.organization_id.wanted].flatMap((id) => membershipsOfOrganization(state, id).map((one) => state.users.get(one.userId))))
  return found ? new Set(found.filter((user) => user !== null && user !== undefined)) : null
}

/** Where counting looks: at the few that were named, or at all. */
export function candidates(emulator: Emulator, params: Filters): readonly StoredUser[] {
  const few = named(emulator, params)
  return few ? [...few] : emulator.state.users.oldestFirst()
}

/** The rows that are worth testing, in the ascending order that was asked for. @param rows all, in that order */
export function narrowed(emulator: Emulator, params: Filters, rows: readonly StoredUser[], orderName: string): readonly StoredUser[] {
  const few = named(emulator, params)
  if (!few) return rows
  const { positionOf } = emulator.state.users
  return orderName === 'created_at' ? [...few].sort((a, b) => positionOf(a) - positionOf(b)) : rows.filter((user) => few.has(user))
}

/** What a person must meet; null when there is no filter. */
export function testOf(emulator: Emulator, params: Filters): ((user: StoredUser) => boolean) | null {
  const tests = [...nameTests(params), ...stateTests(emulator, params)]
  return tests.length > 0 ? (user) => tests.every((test) => test(user)) : null
}

function nameTests(params: Filters): ((user: StoredUser) => boolean)[] {
  const tests: ((user: StoredUser) => boolean)[] = []
  const addresses = params.email_address && new Set(params.email_address.map((one) => one.toLowerCase()))
  if (addresses) tests.push((user) => user.emails.some((email) => addresses.has(email.address.toLowerCase())))
  if (params.username) tests.push((user) => params.username?.includes(user.username ?? '') ?? false)
  const part = (text: string | null, wanted: string) => (text?.toLowerCase().includes(wanted) ?? false)
  const within = (given: string | undefined, texts: (user: StoredUser) => (string | null)[]) => {
    const wanted = given?.toLowerCase()
    if (wanted) tests.push((user) => texts(user).some((text) => part(text, wanted)))
  }
  const names = (user: StoredUser) => [user.firstName, user.lastName, [user.firstName, user.lastName].filter(Boolean).join(' ')]
  const mails = (user: StoredUser) => user.emails.map((email) => email.address)
  within(params.query, (user) => [user.id, user.username, ...names(user), ...mails(user)])
  within(params.email_address_query, mails)
  within(params.username_query, (user) => [user.username])
  within(params.name_query, names)
  return tests
}

function stateTests(emulator: Emulator, params: Filters): ((user: StoredUser) => boolean)[] {
  const tests: ((user: StoredUser) => boolean)[] = []
  const { user_id: ids, external_id: externalIds, organization_id: organizations, banned } = params
  if (ids) tests.push((user) => (!ids.wanted || ids.wanted.has(user.id)) && !ids.unwanted.has(user.id))
  if (externalIds) tests.push((user) => (!externalIds.wanted || externalIds.wanted.has(user.externalId ?? '')) && !externalIds.unwanted.has(user.externalId ?? ''))
  if (organizations) {
    const isIn = (user: StoredUser, set: Set<string>) => [...set].some((id) => findMembership(emulator.state, id, user.id) !== null)
    tests.push((user) => (!organizations.wanted || isIn(user, organizations.wanted)) && !isIn(user, organizations.unwanted))
  }
  if (banned !== undefined) tests.push((user) => user.isBanned === banned)
  const range = (value: (user: StoredUser) => number | null, before: number | undefined, after: number | undefined) => {
    if (before !== undefined) tests.push((user) => (value(user) ?? Infinity) < before)
    if (after !== undefined) tests.push((user) => (value(user) ?? -Infinity) > after)
  }
  range((user) => user.createdAt, params.created_at_before, params.created_at_after)
  range((user) => user.lastActiveAt, params.last_active_at_before, params.last_active_at_after ?? (params.last_active_at_since === undefined ? undefined : params.last_active_at_since - 1))
  range((user) => user.lastSignInAt, params.last_sign_in_at_before, params.last_sign_in_at_after)
  return tests
}
