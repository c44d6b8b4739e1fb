import { membershipsOfOrganization } from './directory.ts'
import type { Emulator } from './emulator.ts'
import { publicUserData } from './user-view.ts'
import type { StoredInvitation, StoredMembership, StoredOrganization } from './state.ts'

/** An organization as the API shows it; its members are counted only when asked for. */
export function organizationView(emulator: Emulator, organization: StoredOrganization, wish: { isCounted?: boolean | undefined } = {}) {
  return {
    object: 'organization' as const, id: organization.id, name: organization.name, slug: organization.slug,
    image_url: `${emulator.publicUrl}/images/nobody.svg`, has_image: false,
    ...(wish.isCounted ? { members_count: membershipsOfOrganization(emulator.state, organization.id).length } : {}),
    max_allowed_memberships: organization.maxAllowedMemberships, admin_delete_enabled: organization.adminDeleteEnabled,
    public_metadata: organization.publicMetadata ?? {}, private_metadata: organization.privateMetadata ?? {},
    ...(organization.createdBy ? { created_by: organization.createdBy } : {}),
    created_at: organization.createdAt, updated_at: organization.updatedAt,
  }
}

/** A membership with its whole organization inside. Its person is missing when they are gone already. */
export function membershipView(emulator: Emulator, membership: StoredMembership) {
  const organization = emulator.state.organizations.get(membership.organizationId)
  const user = emulator.state.users.get(membership.userId)
  if (!organization) throw new Error(`Membership ${membership.id} is of an organization that is gone.`)
  const role = emulator.settings.roles[membership.role]
  return {
    object: 'organization_membership' as const, id: membership.id, role: membership.role, role_name: role?.name ?? membership.role,
    permissions: role?.permissions ?? [],
    public_metadata: membership.publicMetadata ?? {}, private_metadata: membership.privateMetadata ?? {},
    organization: organizationView(emulator, organization),
    ...(user ? { public_user_data: publicUserData(emulator, user) } : {}),
    created_at: membership.createdAt, updated_at: membership.updatedAt,
  }
}

/** An invitation into an organization; the address in it leads to the account portal. */
export function invitationView(emulator: Emulator, invitation: StoredInvitation) {
  const inviter = invitation.inviterId ? emulator.state.users.get(invitation.inviterId) : undefined
  const { banned: _banned, username: _username, profile_image_url: _image, ...inviterData } = inviter ? publicUserData(emulator, inviter) : NOBODY
  return {
    object: 'organization_invitation' as const, id: invitation.id, email_address: invitation.email, role: invitation.role,
    role_name: emulator.settings.roles[invitation.role]?.name ?? invitation.role, organization_id: invitation.organizationId,
    inviter_id: invitation.inviterId, public_inviter_data: inviter ? inviterData : null, status: invitation.status,
    public_metadata: invitation.publicMetadata ?? {}, private_metadata: invitation.privateMetadata ?? {},
    url: invitation.status === 'pending' ? `${emulator.publicUrl}/accept-invitation?ticket=${invitation.ticket}` : null,
    expires_at: invitation.expiresAt, created_at: invitation.createdAt, updated_at: invitation.updatedAt,
  }
}

/** What an invitation says of its organization where many organizations' invitations are listed. */
export function publicOrganizationData(emulator: Emulator, organization: StoredOrganization) {
  return { id: organization.id, name: organization.name, slug: organization.slug, image_url: `${emulator.publicUrl}/images/nobody.svg`, has_image: false }
}

const NOBODY = { banned: false, username: null, profile_image_url: null }
