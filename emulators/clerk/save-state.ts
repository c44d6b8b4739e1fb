import { addMembership, addOrganization, addSession, addUser } from './directory.ts'
import type { ClerkState, StoredClient, StoredEvent, StoredInvitation, StoredMembership, StoredOrganization, StoredSession, StoredSignInToken, StoredUser } from './state.ts'
import { emptyState } from './state.ts'

const VERSION = 1

type Saved = Pick<ClerkState, 'ids' | 'clockOffsetSeconds' | 'faults' | 'instanceId' | 'privateKey' | 'deliveries'> & {
  version: typeof VERSION
  users: StoredUser[]
  organizations: StoredOrganization[]
  memberships: StoredMembership[]
  invitations: StoredInvitation[]
  sessions: StoredSession[]
  clients: [string, StoredClient][]
  /** Absent in files from before there were any. */
  signInTokens?: StoredSignInToken[]
  events: StoredEvent[]
}

/** The state as JSON text; rows stand in the order of their creation. */
export function serialiseState(state: ClerkState): string {
  const { known: _known, users, organizations, memberships, invitations, sessions, clients, signInTokens, events, ...rest } = state
  return JSON.stringify({
    version: VERSION, ...rest,
    users: users.oldestFirst(), organizations: organizations.oldestFirst(), memberships: memberships.oldestFirst(),
    invitations: invitations.oldestFirst(), sessions: sessions.oldestFirst(), clients: [...clients], signInTokens: [...signInTokens.values()], events: [...events.values()],
  })
}

/**
 * Takes a saved state.
 * @throws Error when it is of another layout: delete the file then
 */
export function readState(given: unknown): ClerkState {
  const isOurs = typeof given === 'object' && given !== null && 'version' in given && given.version === VERSION
  if (!isOurs) throw new Error('The state file is of another version of this emulator. Delete it to start afresh.')
  // The layout was written by this program; the version number stands for its shape.
  const saved = given as Saved
  const state = emptyState('')
  const { ids, clockOffsetSeconds, faults, instanceId, privateKey, deliveries } = saved
  Object.assign(state, { ids, clockOffsetSeconds, faults, instanceId, privateKey, deliveries })
  for (const one of saved.users) addUser(state, one)
  for (const one of saved.organizations) addOrganization(state, one)
  for (const one of saved.memberships) addMembership(state, one)
  for (const one of saved.invitations) state.invitations.add(one)
  for (const one of saved.sessions) addSession(state, one)
  for (const [key, client] of saved.clients) state.clients.set(key, client)
  for (const one of saved.signInTokens ?? []) state.signInTokens.set(one.id, one)
  for (const one of saved.events) state.events.set(one.id, one)
  return state
}
