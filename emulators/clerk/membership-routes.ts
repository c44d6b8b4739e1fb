import { z } from 'zod'
import { findMembership, membershipsOfOrganization, membershipsOfUser } from './directory.ts'
import type { Emulator } from './emulator.ts'
import { ClerkFault } from './errors.ts'
import { addMember, endMembership, updateMembership } from './memberships.ts'
import { mergeMetadata } from './merge-metadata.ts'
import { membershipView } from './organization-view.ts'
import { requireOrganization } from './organizations.ts'
import { NEWEST_FIRST, pageOf } from './page-rows.ts'
import type { Order } from './params.ts'
import { metadata, NO_PARAMS, orderBy, paging, queryList, queryText, signedList } from './params.ts'
import { requireRole } from './roles.ts'
import { route } from './route.ts'
import type { StoredMembership } from './state.ts'
import { primaryAddress } from './user-view.ts'
import { requireUser } from './users.ts'

const ORDERS = ['created_at', 'email_address', 'first_name', 'last_name', 'username'] as const
const create = z.strictObject({
  user_id: z.string(), role: z.string(), public_metadata: metadata.nullable().optional(), private_metadata: metadata.nullable().optional(),
})
const metadataParams = z.strictObject({ public_metadata: metadata.optional(), private_metadata: metadata.optional() })
const listed = z.strictObject({
  ...paging, order_by: orderBy(ORDERS).optional(), user_id: signedList.optional(), email_address: queryList.optional(),
  username: queryList.optional(), role: queryList.optional(), query: queryText.optional(),
})
type Wish = { limit?: number | undefined; offset?: number | undefined; order_by?: Order | undefined }

export const membershipRoutes = [
  route('GET /v1/organization_memberships', z.strictObject({ ...paging, order_by: orderBy(ORDERS).optional() }), (emulator, { params }) => {
    const order = params.order_by ?? NEWEST_FIRST
    const { memberships } = emulator.state
    const rows = order.name === 'created_at' ? memberships.oldestFirst() : inOrder(emulator, memberships.oldestFirst(), order)
    return pageView(emulator, rows, params)
  }),
  route('GET /v1/users/:user_id/organization_memberships', z.strictObject(paging), (emulator, { params, path }) =>
    pageView(emulator, membershipsOfUser(emulator.state, requireUser(emulator, path.user_id).id), params)),
  route('GET /v1/organizations/:organization_id/memberships', listed, (emulator, { params, path }) => {
    const organization = requireOrganization(emulator, path.organization_id)
    const all = membershipsOfOrganization(emulator.state, organization.id).filter((one) => isWanted(emulator, one, params))
    return pageView(emulator, inOrder(emulator, all, params.order_by ?? NEWEST_FIRST), params)
  }),
  route('POST /v1/organizations/:organization_id/memberships', create, (emulator, { params, path }) => {
    const organization = requireOrganization(emulator, path.organization_id)
    const user = requireUser(emulator, params.user_id)
    const membership = addMember(emulator, {
      organization, user, role: requireRole(emulator, params.role), publicMetadata: params.public_metadata, privateMetadata: params.private_metadata,
    })
    return membershipView(emulator, membership)
  }),
  route('PATCH /v1/organizations/:organization_id/memberships/:user_id', z.strictObject({ role: z.string() }), (emulator, { params, path }) =>
    updateMembership(emulator, requireMembership(emulator, path), { role: requireRole(emulator, params.role) })),
  route('PATCH /v1/organizations/:organization_id/memberships/:user_id/metadata', metadataParams, (emulator, { params, path }) => {
    const membership = requireMembership(emulator, path)
    return updateMembership(emulator, membership, {
      ...(params.public_metadata ? { publicMetadata: mergeMetadata(membership.publicMetadata, params.public_metadata) } : {}),
      ...(params.private_metadata ? { privateMetadata: mergeMetadata(membership.privateMetadata, params.private_metadata) } : {}),
    })
  }),
  route('DELETE /v1/organizations/:organization_id/memberships/:user_id', NO_PARAMS, (emulator, { path }) =>
    endMembership(emulator, requireMembership(emulator, path))),
]

function requireMembership(emulator: Emulator, path: Record<string, string>): StoredMembership {
  const organization = requireOrganization(emulator, path.organization_id)
  const membership = findMembership(emulator.state, organization.id, path.user_id ?? '')
  if (membership) return membership
  throw new ClerkFault(404, { code: 'resource_not_found', message: 'not found', longMessage: `No membership was found for user ${path.user_id} in the organization.` })
}

/** One page of rows that are in ascending order, with how many there are in all. */
function pageView(emulator: Emulator, ascending: readonly StoredMembership[], wish: Wish) {
  const page = pageOf(ascending, wish.order_by ?? NEWEST_FIRST, wish.offset ?? 0, wish.limit ?? 10)
  return { data: page.map((one) => membershipView(emulator, one)), total_count: ascending.length }
}

/** Ascending by what the person of a membership is called; who has none of that stands last. */
function inOrder(emulator: Emulator, rows: readonly StoredMembership[], order: Order): readonly StoredMembership[] {
  if (order.name === 'created_at') return [...rows].sort((a, b) => a.createdAt - b.createdAt || a.n - b.n)
  const value = (one: StoredMembership) => nameOf(emulator, one, order.name) ?? '\uffff'
  return [...rows].sort((a, b) => (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : a.n - b.n))
}

function nameOf(emulator: Emulator, membership: StoredMembership, name: string): string | null {
  const user = emulator.state.users.get(membership.userId)
  if (!user) return null
  if (name === 'email_address') return primaryAddress(user)
  return name === 'first_name' ? user.firstName : name === 'last_name' ? user.lastName : user.username
}

function isWanted(emulator: Emulator, one: StoredMembership, wish: z.infer<typeof listed>): boolean {
  const user = emulator.state.users.get(one.userId)
  if (!user) return false
  if (wish.user_id && ((wish.user_id.wanted && !wish.user_id.wanted.has(user.id)) || wish.user_id.unwanted.has(user.id))) return false
  if (wish.role && !wish.role.includes(one.role)) return false
  if (wish.username && !wish.username.includes(user.username ?? '')) return false
  if (wish.email_address && !user.emails.some((email) => wish.email_address?.some((asked) => asked.toLowerCase() === email.address))) return false
  const part = wish.query?.toLowerCase()
  const texts = [user.id, user.username, user.firstName, user.lastName, ...user.emails.map((email) => email.address)]
  return !part || texts.some((text) => text?.toLowerCase().includes(part))
}
