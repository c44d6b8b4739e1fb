import { z } from 'zod'
import { addOrganization, changeOrganization, findMembership, findOrganization, membershipsOfOrganization, removeOrganization } from './directory.ts'
import type { Emulator } from './emulator.ts'
import { newId, nowMs } from './emulator.ts'
import { ClerkFault, organizationNotFound, taken } from './errors.ts'
import { emit } from './events.ts'
import { addMember, endMembership } from './memberships.ts'
import { keepMetadata, mergeMetadata } from './merge-metadata.ts'
import { organizationView } from './organization-view.ts'
import { NEWEST_FIRST, pageOf } from './page-rows.ts'
import { metadata, orderBy, paging, queryFlag, queryText, rfc3339, NO_PARAMS, signedList } from './params.ts'
import { route } from './route.ts'
import type { StoredOrganization } from './state.ts'

const name = z.string().min(1).max(256).refine((value) => !/[<>]|https?:\/\//.test(value), 'it may not contain URLs or HTML')
const slug = z.string().regex(/^[a-z0-9-]+$/, 'only lowercase letters, digits and dashes')
const limit = z.number().int().min(0).nullable()
/** What a new organization may be given. */
export const newOrganization = z.strictObject({
  name, created_by: z.string().nullable().optional(), slug: slug.nullable().optional(), max_allowed_memberships: limit.optional(),
  public_metadata: metadata.nullable().optional(), private_metadata: metadata.nullable().optional(), created_at: rfc3339.nullable().optional(),
})
const update = z.strictObject({
  name: name.nullable().optional(), slug: slug.nullable().optional(), max_allowed_memberships: limit.optional(),
  admin_delete_enabled: z.boolean().nullable().optional(), created_at: rfc3339.nullable().optional(),
})
const metadataParams = z.strictObject({ public_metadata: metadata.optional(), private_metadata: metadata.optional() })
const shown = z.strictObject({ include_members_count: queryFlag.optional() })
const listed = z.strictObject({
  ...paging, include_members_count: queryFlag.optional(), query: queryText.optional(), user_id: signedList.optional(),
  organization_id: signedList.optional(), order_by: orderBy(['name', 'created_at', 'members_count']).optional(),
})

export const organizationRoutes = [
  route('GET /v1/organizations', listed, (emulator, { params }) => listOrganizations(emulator, params)),
  route('POST /v1/organizations', newOrganization, (emulator, { params }) => organizationView(emulator, createOrganization(emulator, params))),
  route('GET /v1/organizations/:organization_id', shown, (emulator, { params, path }) =>
    organizationView(emulator, requireOrganization(emulator, path.organization_id), { isCounted: params.include_members_count })),
  route('PATCH /v1/organizations/:organization_id', update, (emulator, { params, path }) => {
    const organization = requireOrganization(emulator, path.organization_id)
    refuseTakenSlug(emulator, organization, params.slug)
    return updateOrganization(emulator, organization, {
      ...(params.name ? { name: params.name } : {}), ...(params.slug ? { slug: params.slug } : {}),
      ...(typeof params.max_allowed_memberships === 'number' ? { maxAllowedMemberships: params.max_allowed_memberships } : {}),
      ...(typeof params.admin_delete_enabled === 'boolean' ? { adminDeleteEnabled: params.admin_delete_enabled } : {}),
      ...(params.created_at ? { createdAt: params.created_at } : {}),
    })
  }),
  route('PATCH /v1/organizations/:organization_id/metadata', metadataParams, (emulator, { params, path }) => {
    const organization = requireOrganization(emulator, path.organization_id)
    return updateOrganization(emulator, organization, {
      ...(params.public_metadata ? { publicMetadata: mergeMetadata(organization.publicMetadata, params.public_metadata) } : {}),
      ...(params.private_metadata ? { privateMetadata: mergeMetadata(organization.privateMetadata, params.private_metadata) } : {}),
    })
  }),
  route('PUT /v1/organizations/:organization_id/metadata', metadataParams, (emulator, { params, path }) =>
    updateOrganization(emulator, requireOrganization(emulator, path.organization_id), {
      ...(params.public_metadata ? { publicMetadata: keepMetadata(params.public_metadata) } : {}),
      ...(params.private_metadata ? { privateMetadata: keepMetadata(params.private_metadata) } : {}),
    })),
  route('DELETE /v1/organizations/:organization_id', NO_PARAMS, (emulator, { path }) => deleteOrganization(emulator, requireOrganization(emulator, path.organization_id))),
]

/** Finds by id or slug. @throws ClerkFault 404 */
export function requireOrganization(emulator: Emulator, idOrSlug = ''): StoredOrganization {
  const organization = findOrganization(emulator.state, idOrSlug)
  if (!organization) throw organizationNotFound()
  return organization
}

/**
 * Creates an organization and tells about it; its creator becomes its first admin.
 * @throws ClerkFault 400 for a creator that nobody is, 422 for a slug that is taken
 */
export function createOrganization(emulator: Emulator, given: z.infer<typeof newOrganization>): StoredOrganization {
  const { state } = emulator
  const creator = given.created_by ? state.users.get(given.created_by) : undefined
  if (given.created_by && !creator) {
    throw new ClerkFault(400, { code: 'organization_creator_not_found', message: 'creator not found', longMessage: `No users found with id ${given.created_by}.` })
  }
  refuseTakenSlug(emulator, null, given.slug)
  const now = nowMs(emulator)
  const organization = addOrganization(state, {
    id: newId(state, 'org_'), n: 0, createdAt: given.created_at ?? now, updatedAt: now, name: given.name, slug: given.slug ?? freeSlug(emulator, given.name),
    createdBy: creator?.id ?? null, maxAllowedMemberships: given.max_allowed_memberships ?? emulator.settings.maxAllowedMemberships,
    adminDeleteEnabled: true, publicMetadata: keepMetadata(given.public_metadata), privateMetadata: keepMetadata(given.private_metadata),
  })
  emit(emulator, 'organization.created', organizationView(emulator, organization))
  if (creator) addMember(emulator, { organization, user: creator, role: 'org:admin' })
  return organization
}

function updateOrganization(emulator: Emulator, organization: StoredOrganization, change: Partial<StoredOrganization>) {
  changeOrganization(emulator.state, organization, { ...change, updatedAt: nowMs(emulator) })
  const view = organizationView(emulator, organization)
  emit(emulator, 'organization.updated', view)
  return view
}

/** Deletes an organization: memberships and invitations go with it, sessions forget it. */
function deleteOrganization(emulator: Emulator, organization: StoredOrganization) {
  const { state } = emulator
  for (const membership of [...membershipsOfOrganization(state, organization.id)]) endMembership(emulator, membership)
  for (const invitation of state.invitations.oldestFirst().filter((one) => one.organizationId === organization.id)) state.invitations.remove(invitation)
  removeOrganization(state, organization)
  const deleted = { object: 'organization', id: organization.id, slug: organization.slug, deleted: true }
  emit(emulator, 'organization.deleted', deleted)
  return deleted
}

function listOrganizations(emulator: Emulator, params: z.infer<typeof listed>) {
  const { state } = emulator
  const order = params.order_by ?? NEWEST_FIRST
  const count = (one: StoredOrganization) => membershipsOfOrganization(state, one.id).length
  const rows = order.name === 'created_at' ? state.organizations.oldestFirst()
    // Members come and go without a change of the organization, so this order is never kept.
    : order.name === 'members_count' ? [...state.organizations.oldestFirst()].sort((a, b) => count(a) - count(b))
      : state.organizations.orderedBy('name', (one) => one.name)
  const matching = rows.filter((one) => isWanted(emulator, one, params))
  const page = pageOf(matching, order, params.offset ?? 0, params.limit ?? 10)
  return {
    data: page.map((one) => organizationView(emulator, one, { isCounted: params.include_members_count })), total_count: matching.length,
  }
}

function isWanted(emulator: Emulator, one: StoredOrganization, { query, user_id: users, organization_id: ids }: z.infer<typeof listed>): boolean {
  const part = query?.toLowerCase()
  if (part && one.id !== query && !one.name.toLowerCase().includes(part) && !one.slug.includes(part)) return false
  if (ids && ((ids.wanted && !ids.wanted.has(one.id)) || ids.unwanted.has(one.id))) return false
  if (!users) return true
  const isMember = (userId: string) => findMembership(emulator.state, one.id, userId) !== null
  return (!users.wanted || [...users.wanted].some(isMember)) && ![...users.unwanted].some(isMember)
}

function refuseTakenSlug(emulator: Emulator, self: StoredOrganization | null, given: string | null | undefined): void {
  const holder = given ? emulator.state.known.slugs.get(given) : undefined
  if (holder && holder !== self) throw taken('slug', 'slug')
}

function freeSlug(emulator: Emulator, name: string): string {
  const wish = name.toLowerCase().normalize('NFKD').replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || 'organization'
  if (!emulator.state.known.slugs.has(wish)) return wish
  return `${wish}-${nowMs(emulator)}${emulator.state.ids.count}`
}
