import type { ClerkState, StoredEmail, StoredMembership, StoredOrganization, StoredSession, StoredUser } from './state.ts'

/** Puts a person in, under all that they are known by. */
export function addUser({ users, known }: ClerkState, user: StoredUser): StoredUser {
  users.add(user)
  for (const email of user.emails) known.emails.set(emailKey(email.address), user)
  if (user.username) known.usernames.set(user.username, user)
  if (user.externalId) known.externalIds.set(user.externalId, user)
  return user
}

/** Takes a person out. Memberships and sessions are for the caller to end. */
export function removeUser({ users, known }: ClerkState, user: StoredUser): void {
  users.remove(user)
  for (const email of user.emails) known.emails.delete(emailKey(email.address))
  if (user.username) known.usernames.delete(user.username)
  if (user.externalId) known.externalIds.delete(user.externalId)
}

/** Changes a person, however they are known or when they came: taken out, changed, put in again. */
export function changeUser(state: ClerkState, user: StoredUser, change: Partial<StoredUser>): void {
  const isPlain = !['username', 'externalId', 'createdAt', 'emails'].some((key) => key in change)
  if (!isPlain) removeUser(state, user)
  Object.assign(user, change)
  if (isPlain) state.users.touch()
  else addUser(state, user)
}

export function findUserByEmail({ known }: ClerkState, address: string): StoredUser | null {
  return known.emails.get(emailKey(address)) ?? null
}

/** Finds an e-mail address by its id. */
export function findEmail(state: ClerkState, id: string): { user: StoredUser; email: StoredEmail } | null {
  for (const user of state.users.oldestFirst()) {
    const email = user.emails.find((one) => one.id === id)
    if (email) return { user, email }
  }
  return null
}

export function addOrganization({ organizations, known }: ClerkState, organization: StoredOrganization): StoredOrganization {
  organizations.add(organization)
  known.slugs.set(organization.slug, organization)
  return organization
}

export function removeOrganization({ organizations, known }: ClerkState, organization: StoredOrganization): void {
  organizations.remove(organization)
  known.slugs.delete(organization.slug)
}

/** Changes an organization, its slug and date too. */
export function changeOrganization(state: ClerkState, organization: StoredOrganization, change: Partial<StoredOrganization>): void {
  removeOrganization(state, organization)
  Object.assign(organization, change)
  addOrganization(state, organization)
}

export function findOrganization({ organizations, known }: ClerkState, idOrSlug: string): StoredOrganization | null {
  return organizations.get(idOrSlug) ?? known.slugs.get(idOrSlug) ?? null
}

export function addMembership({ memberships, known }: ClerkState, membership: StoredMembership): StoredMembership {
  memberships.add(membership)
  push(known.membershipsByUser, membership.userId, membership)
  push(known.membershipsByOrganization, membership.organizationId, membership)
  return membership
}

export function removeMembership({ memberships, known }: ClerkState, membership: StoredMembership): void {
  memberships.remove(membership)
  drop(known.membershipsByUser, membership.userId, membership)
  drop(known.membershipsByOrganization, membership.organizationId, membership)
}

/** The memberships of a person, in the order they began. */
export function membershipsOfUser({ known }: ClerkState, userId: string): readonly StoredMembership[] {
  return known.membershipsByUser.get(userId) ?? []
}

/** The members of an organization, in the order they came. */
export function membershipsOfOrganization({ known }: ClerkState, organizationId: string): readonly StoredMembership[] {
  return known.membershipsByOrganization.get(organizationId) ?? []
}

export function findMembership(state: ClerkState, organizationId: string, userId: string): StoredMembership | null {
  return membershipsOfUser(state, userId).find((one) => one.organizationId === organizationId) ?? null
}

export function addSession({ sessions, known }: ClerkState, session: StoredSession): StoredSession {
  sessions.add(session)
  push(known.sessionsByUser, session.userId, session)
  return session
}

export function removeSession({ sessions, known }: ClerkState, session: StoredSession): void {
  sessions.remove(session)
  drop(known.sessionsByUser, session.userId, session)
}

export function sessionsOfUser({ known }: ClerkState, userId: string): readonly StoredSession[] {
  return known.sessionsByUser.get(userId) ?? []
}

/** Addresses differ by more than the size of their letters. */
export function emailKey(address: string): string {
  return address.toLowerCase()
}

function push<T>(groups: Map<string, T[]>, key: string, row: T): void {
  const group = groups.get(key)
  if (group) group.push(row)
  else groups.set(key, [row])
}

function drop<T>(groups: Map<string, T[]>, key: string, row: T): void {
  const group = groups.get(key)
  if (!group) return
  const index = group.indexOf(row)
  if (index >= 0) group.splice(index, 1)
  if (group.length === 0) groups.delete(key)
}
