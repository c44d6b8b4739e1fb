import type { Delivery } from '../core/deliveries.ts'
import type { Faults } from '../core/faults.ts'
import type { IdSource } from '../core/ids.ts'
import type { SignInAttempt } from './frontend/sign-in-view.ts'
import type { SignUpAttempt } from './frontend/sign-up-view.ts'
import type { Row, Table } from './table.ts'
import { createTable } from './table.ts'

export type Metadata = Record<string, unknown>

export type StoredEmail = { id: string; address: string; isVerified: boolean; isReserved: boolean; createdAt: number; updatedAt: number }

/** A person. Metadata that is empty is null here: most have none, and there may be a hundred thousand. */
export type StoredUser = Row & {
  updatedAt: number
  emails: StoredEmail[]
  primaryEmailId: string | null
  username: string | null
  externalId: string | null
  firstName: string | null
  lastName: string | null
  locale: string | null
  publicMetadata: Metadata | null
  privateMetadata: Metadata | null
  unsafeMetadata: Metadata | null
  hasPassword: boolean
  isBanned: boolean
  isLocked: boolean
  lastSignInAt: number | null
  lastActiveAt: number | null
  /** What is seldom set: legal_accepted_at, delete_self_enabled, create_organization_enabled, create_organizations_limit; and of who signed up with a password, its digest. */
  rare: RareUserFields | null
}
export type RareUserFields = {
  legalAcceptedAt?: number | null
  deleteSelfEnabled?: boolean
  createOrganizationEnabled?: boolean
  createOrganizationsLimit?: number | null
  bypassClientTrust?: boolean
  passwordDigest?: string
}

export type StoredOrganization = Row & {
  updatedAt: number
  name: string
  slug: string
  createdBy: string | null
  maxAllowedMemberships: number
  adminDeleteEnabled: boolean
  publicMetadata: Metadata | null
  privateMetadata: Metadata | null
}

export type StoredMembership = Row & {
  updatedAt: number
  userId: string
  organizationId: string
  role: string
  publicMetadata: Metadata | null
  privateMetadata: Metadata | null
}

export type StoredInvitation = Row & {
  updatedAt: number
  email: string
  organizationId: string
  inviterId: string | null
  role: string
  status: 'pending' | 'accepted' | 'revoked' | 'expired'
  expiresAt: number
  redirectUrl: string | null
  ticket: string
  publicMetadata: Metadata | null
  privateMetadata: Metadata | null
}

export type SessionStatus = 'active' | 'pending' | 'revoked' | 'ended' | 'removed' | 'expired'
export type StoredSession = Row & {
  updatedAt: number
  userId: string
  clientId: string
  status: SessionStatus
  organizationId: string | null
  lastActiveAt: number
  expireAt: number
  abandonAt: number
  /** The origin of the application that the person signed in for: the `azp` of its tokens. */
  origin: string | null
  actor: { sub: string } | null
}

export type StoredSignInToken = { id: string; userId: string; token: string; status: 'pending' | 'accepted' | 'revoked'; createdAt: number; updatedAt: number; expiresAt: number }

/** A browser that signed in at the account portal; only its cookie knows the key. */
export type StoredClient = {
  id: string
  sessionId: string | null
  signedInAt: number
  /** What is under way in clerk-js. */
  signIn?: SignInAttempt | null
  signUp?: SignUpAttempt | null
}

/** A webhook message: the body is written once, so that every try carries the same bytes. */
export type StoredEvent = { id: string; type: string; createdMs: number; body: string }

export type ClerkState = {
  ids: IdSource
  clockOffsetSeconds: number
  faults: Faults
  instanceId: string
  /** The generated private key in PEM; null when it came from the configuration. */
  privateKey: string | null
  users: Table<StoredUser>
  organizations: Table<StoredOrganization>
  memberships: Table<StoredMembership>
  invitations: Table<StoredInvitation>
  sessions: Table<StoredSession>
  clients: Map<string, StoredClient>
  signInTokens: Map<string, StoredSignInToken>
  events: Map<string, StoredEvent>
  deliveries: Delivery[]
  /** Who is known under what; `directory.ts` keeps it. */
  known: {
    emails: Map<string, StoredUser>
    usernames: Map<string, StoredUser>
    externalIds: Map<string, StoredUser>
    slugs: Map<string, StoredOrganization>
    membershipsByUser: Map<string, StoredMembership[]>
    membershipsByOrganization: Map<string, StoredMembership[]>
    sessionsByUser: Map<string, StoredSession[]>
  }
}

/** A state in which nobody has signed up yet. */
export function emptyState(seed: string): ClerkState {
  return {
    ids: { seed, count: 0 }, clockOffsetSeconds: 0, faults: { webhooks: [], api: [] },
    instanceId: '', privateKey: null,
    users: createTable(), organizations: createTable(), memberships: createTable(), invitations: createTable(), sessions: createTable(),
    clients: new Map(), signInTokens: new Map(), events: new Map(), deliveries: [],
    known: {
      emails: new Map(), usernames: new Map(), externalIds: new Map(), slugs: new Map(),
      membershipsByUser: new Map(), membershipsByOrganization: new Map(), sessionsByUser: new Map(),
    },
  }
}
