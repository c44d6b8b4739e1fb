/** A person at Clerk, as its events show them; only what matters to us and what its schema requires. */
export interface ClerkUserSketch {
  id: string
  firstName: string
  lastName?: string
  /** Null: none, as with who signed up by telephone. */
  email: string | null
  imageUrl?: string
  createdAtMs: number
  updatedAtMs: number
}

/** An organization at Clerk. */
export interface ClerkOrganizationSketch {
  id: string
  name: string
  slug: string
  createdBy: string | null
  createdAtMs: number
  updatedAtMs: number
}

/** A membership at Clerk. */
export interface ClerkMembershipSketch {
  id: string
  organization: ClerkOrganizationSketch
  /** Null: Clerk leaves out whose it is. */
  userId: string | null
  role: string
  createdAtMs: number
  updatedAtMs: number
}

export function clerkUser(user: ClerkUserSketch): Record<string, unknown> {
  const emailId = `idn_${user.id}`
  const email = { object: 'email_address', id: emailId, email_address: user.email, verification: { status: 'verified', strategy: 'email_code' }, linked_to: [] }
  // The address that counts stands second: whoever takes the first one takes the wrong one.
  const other = { ...email, id: `${emailId}_old`, email_address: `old-${user.id}@elsewhere.example` }
  return {
    object: 'user', id: user.id, first_name: user.firstName, last_name: user.lastName ?? null, username: null, image_url: user.imageUrl ?? '',
    primary_email_address_id: user.email === null ? null : emailId,
    email_addresses: user.email === null ? [] : [other, email],
    phone_numbers: [], external_accounts: [], public_metadata: {}, private_metadata: {}, unsafe_metadata: {}, banned: false, locked: false,
    created_at: user.createdAtMs, updated_at: user.updatedAtMs,
  }
}

export function clerkOrganization(organization: ClerkOrganizationSketch): Record<string, unknown> {
  return {
    object: 'organization', id: organization.id, name: organization.name, slug: organization.slug, image_url: '', has_image: false,
    max_allowed_memberships: 0, admin_delete_enabled: true, public_metadata: {}, private_metadata: {},
    ...(organization.createdBy ? { created_by: organization.createdBy } : {}),
    created_at: organization.createdAtMs, updated_at: organization.updatedAtMs,
  }
}

export function clerkMembership(membership: ClerkMembershipSketch): Record<string, unknown> {
  return {
    object: 'organization_membership', id: membership.id, role: membership.role, role_name: membership.role, permissions: [], public_metadata: {},
    organization: clerkOrganization(membership.organization),
    ...(membership.userId ? { public_user_data: { user_id: membership.userId, identifier: membership.userId, first_name: null, last_name: null, image_url: '' } } : {}),
    created_at: membership.createdAtMs, updated_at: membership.updatedAtMs,
  }
}

/** What Clerk says of a person or an organization that is gone. */
export function clerkGone(object: 'user' | 'organization', id: string): Record<string, unknown> {
  return { object, id, deleted: true }
}
