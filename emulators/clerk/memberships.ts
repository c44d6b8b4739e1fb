import { addMembership, findMembership, membershipsOfOrganization, removeMembership, sessionsOfUser } from './directory.ts'
import type { Emulator } from './emulator.ts'
import { newId, nowMs } from './emulator.ts'
import { ClerkFault } from './errors.ts'
import { emit } from './events.ts'
import { keepMetadata } from './merge-metadata.ts'
import { membershipView } from './organization-view.ts'
import type { Metadata, StoredMembership, StoredOrganization, StoredUser } from './state.ts'

export type NewMember = {
  organization: StoredOrganization
  user: StoredUser
  role: string
  publicMetadata?: Metadata | null | undefined
  privateMetadata?: Metadata | null | undefined
}

/**
 * Makes somebody a member and tells about it.
 * @throws ClerkFault 400 when they are one already, 403 when the organization is full
 */
export function addMember(emulator: Emulator, given: NewMember): StoredMembership {
  const { state } = emulator
  const { organization, user } = given
  if (findMembership(state, organization.id, user.id)) {
    throw new ClerkFault(400, { code: 'already_a_member_in_organization', message: 'already a member', longMessage: `User ${user.id} is already a member of the organization.` })
  }
  const limit = organization.maxAllowedMemberships
  if (limit > 0 && membershipsOfOrganization(state, organization.id).length >= limit) {
    throw new ClerkFault(403, {
      code: 'organization_membership_quota_exceeded', message: 'organization membership quota exceeded', longMessage: `You have reached your limit of ${limit} organization memberships.`,
    })
  }
  const now = nowMs(emulator)
  const membership = addMembership(state, {
    id: newId(state, 'orgmem_'), n: 0, createdAt: now, updatedAt: now, userId: user.id, organizationId: organization.id, role: given.role,
    publicMetadata: keepMetadata(given.publicMetadata), privateMetadata: keepMetadata(given.privateMetadata),
  })
  emit(emulator, 'organizationMembership.created', membershipView(emulator, membership))
  return membership
}

/** Changes a membership and tells about it. @returns the membership as the API shows it */
export function updateMembership(emulator: Emulator, membership: StoredMembership, change: Partial<StoredMembership>) {
  Object.assign(membership, change, { updatedAt: nowMs(emulator) })
  emulator.state.memberships.touch()
  const view = membershipView(emulator, membership)
  emit(emulator, 'organizationMembership.updated', view)
  return view
}

/**
 * Ends a membership and tells about it with the whole membership, as it last was: `updated_at` is not
 * the time of its end. Sessions in which the organization was active go on without it.
 */
export function endMembership(emulator: Emulator, membership: StoredMembership) {
  const view = membershipView(emulator, membership)
  removeMembership(emulator.state, membership)
  for (const session of sessionsOfUser(emulator.state, membership.userId)) {
    if (session.organizationId === membership.organizationId) session.organizationId = null
  }
  emit(emulator, 'organizationMembership.deleted', view)
  return view
}
