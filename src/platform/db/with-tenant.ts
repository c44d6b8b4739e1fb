import { escapeLiteral, type Pool } from 'pg'
import { askOnce, inTransaction, type Tx } from './transaction.ts'

/** The roles a membership can have; kept equal to the check in the database by a test. */
export const memberRoles = ['owner', 'admin', 'instructor', 'assistant', 'student', 'guardian'] as const
export type MemberRole = (typeof memberRoles)[number]

/** Who asks, and in which school. */
export interface Door {
  /** Null on the installation's own pages. */
  organizationId: string | null
  /** Null for a visitor. */
  userId: string | null
}

/** A transaction in which row level security is in force. */
export interface TenantTransaction {
  tx: Tx
  /** The role of the membership, read by the database when the door opened; null without one. */
  role: MemberRole | null
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * The door through which people's requests reach the database: row level security in force, claims set for this
 * transaction only, so it is safe behind a transaction pooler.
 *
 * @param pool the pool of the `web` login
 * @throws DatabaseUnavailable when the connection fails; what `work` throws, after rollback
 * @example
 * await withTenant(pools.web, { organizationId, userId }, ({ tx }) => listCourses(tx))
 */
export async function withTenant<T>(pool: Pool, door: Door, work: (opened: TenantTransaction) => Promise<T>): Promise<T> {
  const settings = door.userId
    ? `set local role authenticated; select public.open_tenant(${literal(door.userId)}, ${literal(door.organizationId)}) as role`
    : visitorSettings(door.organizationId)
  return inTransaction(pool, settings, ({ tx, opening }) => work({ tx, role: (opening.role ?? null) as MemberRole | null }))
}

/** Which request of a key asks: the key by its hash, and the scope under which it does. */
export interface KeyDoor {
  organizationId: string
  secretHash: string
  scope: string
  /** What only reads is held to reading by the database itself. */
  isReadOnly: boolean
}

/**
 * The same door for a school's own program: the claims hold the permissions of one scope, and nobody's own rows.
 *
 * @param pool the pool of the `web` login
 * @throws DatabaseUnavailable when the connection fails; what `work` throws, after rollback
 */
export async function withTenantByKey<T>(pool: Pool, { organizationId, secretHash, scope, isReadOnly }: KeyDoor, work: (opened: TenantTransaction) => Promise<T>): Promise<T> {
  const mode = isReadOnly ? '; set transaction read only' : ''
  const open = `select public.open_tenant_by_key(${escapeLiteral(secretHash)}, ${literal(organizationId)}, ${escapeLiteral(scope)}) as role`
  return inTransaction(pool, `set local role authenticated${mode}; ${open}`, ({ tx, opening }) => work({ tx, role: (opening.role ?? null) as MemberRole | null }))
}

/**
 * One question of a visitor who is in no school yet, in one round trip.
 *
 * @param pool the pool of the `web` login
 * @param ask makes the statement; what it puts in goes through `literal`, as nothing can be bound here
 * @throws DatabaseUnavailable when the connection fails
 * @example
 * await askAsVisitor<Tenant>(pools.web, (literal) => `select * from public.find_organization(${literal(slug)})`)
 */
export async function askAsVisitor<Row>(pool: Pool, ask: (literal: (text: string) => string) => string): Promise<Row[]> {
  return askOnce<Row>(pool, visitorSettings(null), ask(escapeLiteral))
}

/**
 * A visitor has no membership to look up: plain settings, which need no plan. Measured by `bench rls`: asking the
 * function instead costs a request 0.2 ms, twice.
 */
function visitorSettings(organizationId: string | null): string {
  const claims = `{"sub": null, "o": {"id": ${organizationId === null ? 'null' : `"${checked(organizationId)}"`}, "rol": null}}`
  return `set local role anon; set local "request.jwt.claims" = '${claims}'`
}

function literal(id: string | null): string {
  return id === null ? 'null' : escapeLiteral(checked(id))
}

function checked(id: string): string {
  if (!uuid.test(id)) throw new TypeError('an id of the door is no uuid')
  return id
}
