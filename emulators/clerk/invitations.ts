import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { findMembership, findUserByEmail } from './directory.ts'
import type { Emulator } from './emulator.ts'
import { newId, nowMs } from './emulator.ts'
import { ClerkFault, notFound } from './errors.ts'
import { emit } from './events.ts'
import { addMember } from './memberships.ts'
import { keepMetadata } from './merge-metadata.ts'
import { invitationView, publicOrganizationData } from './organization-view.ts'
import { requireOrganization } from './organizations.ts'
import { NEWEST_FIRST, pageOf } from './page-rows.ts'
import { emailAddress, metadata, NO_PARAMS, paging, queryList, queryText } from './params.ts'
import { requireRole } from './roles.ts'
import { route } from './route.ts'
import type { StoredInvitation, StoredUser } from './state.ts'

const create = z.strictObject({
  email_address: emailAddress, role: z.string(), inviter_user_id: z.string().nullable().optional(), redirect_url: z.url().nullable().optional(),
  expires_in_days: z.number().int().min(1).max(365).nullable().optional(), notify: z.boolean().nullable().optional(),
  public_metadata: metadata.nullable().optional(), private_metadata: metadata.nullable().optional(),
})
const listed = z.strictObject({ ...paging, status: queryList.optional(), email_address: queryText.optional() })
const listedOfAll = z.strictObject({ ...paging, status: queryList.optional(), query: queryText.optional() })

export const invitationRoutes = [
  route('POST /v1/organizations/:organization_id/invitations', create, (emulator, { params, path }) => invite(emulator, path.organization_id, params)),
  route('GET /v1/organizations/:organization_id/invitations', listed, (emulator, { params, path }) => {
    const { id } = requireOrganization(emulator, path.organization_id)
    const address = params.email_address?.toLowerCase()
    const rows = current(emulator).filter((one) => one.organizationId === id && (!address || one.email === address))
    return pageView(rows, params, (one) => invitationView(emulator, one))
  }),
  route('GET /v1/organizations/:organization_id/invitations/:invitation_id', NO_PARAMS, (emulator, { path }) => invitationView(emulator, requireInvitation(emulator, path))),
  route('POST /v1/organizations/:organization_id/invitations/:invitation_id/revoke', z.strictObject({ requesting_user_id: z.string().nullable().optional() }), (emulator, { path }) => {
    const invitation = requireInvitation(emulator, path)
    if (invitation.status !== 'pending') throw new ClerkFault(400, { code: 'organization_invitation_not_pending', message: 'Only pending invitations can be revoked.' })
    return settle(emulator, invitation, 'revoked')
  }),
  route('GET /v1/organization_invitations', listedOfAll, (emulator, { params }) => {
    const part = params.query?.toLowerCase()
    const rows = current(emulator).filter((one) => !part || one.email.includes(part))
    return pageView(rows, params, (one) => ({
      ...invitationView(emulator, one), public_organization_data: publicOrganizationData(emulator, requireOrganization(emulator, one.organizationId)),
    }))
  }),
]

/** Finds the invitation that a ticket opens, as long as it is open. */
export function findOpenInvitation(emulator: Emulator, ticket: string): StoredInvitation | null {
  return current(emulator).find((one) => one.ticket === ticket && one.status === 'pending') ?? null
}

/** Takes an invitation up: the person becomes a member, and both are told. */
export function acceptInvitation(emulator: Emulator, invitation: StoredInvitation, user: StoredUser): void {
  const organization = requireOrganization(emulator, invitation.organizationId)
  settle(emulator, invitation, 'accepted', user)
  if (findMembership(emulator.state, organization.id, user.id)) return
  addMember(emulator, { organization, user, role: invitation.role, publicMetadata: invitation.publicMetadata, privateMetadata: invitation.privateMetadata })
}

function invite(emulator: Emulator, organizationId: string | undefined, given: z.infer<typeof create>) {
  const { state } = emulator
  const organization = requireOrganization(emulator, organizationId)
  const email = given.email_address.toLowerCase()
  const role = requireRole(emulator, given.role)
  const invited = findUserByEmail(state, email)
  if (invited && findMembership(state, organization.id, invited.id)) {
    throw new ClerkFault(400, { code: 'already_a_member_in_organization', message: 'already a member', longMessage: `${email} is already a member of the organization.` })
  }
  if (current(emulator).some((one) => one.organizationId === organization.id && one.email === email && one.status === 'pending')) {
    throw new ClerkFault(400, {
      code: 'organization_invitation_not_unique', message: 'organization invitation not unique', longMessage: 'Organizations cannot have duplicate pending invitations for an email address.',
    })
  }
  const inviter = given.inviter_user_id ? findMembership(state, organization.id, given.inviter_user_id) : null
  if (given.inviter_user_id && !inviter) {
    throw new ClerkFault(403, { code: 'not_a_member_in_organization', message: 'not a member', longMessage: 'Current user is not a member of the organization. Only organization members can perform this action.' })
  }
  const now = nowMs(emulator)
  const invitation = state.invitations.add({
    id: newId(state, 'orginv_'), n: 0, createdAt: now, updatedAt: now, email, organizationId: organization.id, inviterId: inviter?.userId ?? null, role,
    status: 'pending', expiresAt: now + (given.expires_in_days ?? 30) * 24 * 3600 * 1000, redirectUrl: given.redirect_url ?? null,
    ticket: randomBytes(24).toString('base64url'), publicMetadata: keepMetadata(given.public_metadata), privateMetadata: keepMetadata(given.private_metadata),
  })
  const view = invitationView(emulator, invitation)
  emit(emulator, 'organizationInvitation.created', view)
  return view
}

function settle(emulator: Emulator, invitation: StoredInvitation, status: 'accepted' | 'revoked', user?: StoredUser) {
  Object.assign(invitation, { status, updatedAt: nowMs(emulator) })
  const view = invitationView(emulator, invitation)
  const organization = requireOrganization(emulator, invitation.organizationId)
  // Of an accepted invitation the official schema asks for `user_id` and a `data` of its own.
  emit(emulator, `organizationInvitation.${status}`, user ? { ...view, user_id: user.id, data: { public_organization_data: publicOrganizationData(emulator, organization) } } : view)
  return view
}

/** All invitations in ascending order, those whose time has come marked as expired. */
function current(emulator: Emulator): readonly StoredInvitation[] {
  const rows = emulator.state.invitations.oldestFirst()
  for (const one of rows) if (one.status === 'pending' && one.expiresAt <= emulator.clock.nowMs()) one.status = 'expired'
  return rows
}

function requireInvitation(emulator: Emulator, path: Record<string, string>): StoredInvitation {
  const organization = requireOrganization(emulator, path.organization_id)
  const invitation = current(emulator).find((one) => one.id === path.invitation_id && one.organizationId === organization.id)
  if (!invitation) throw notFound('invitation', path.invitation_id ?? '')
  return invitation
}

function pageView<V>(rows: readonly StoredInvitation[], wish: { limit?: number | undefined; offset?: number | undefined; status?: string[] | undefined }, view: (one: StoredInvitation) => V) {
  const matching = wish.status ? rows.filter((one) => wish.status?.includes(one.status)) : rows
  return { data: pageOf(matching, NEWEST_FIRST, wish.offset ?? 0, wish.limit ?? 10).map(view), total_count: matching.length }
}
