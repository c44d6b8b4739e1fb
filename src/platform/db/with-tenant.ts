import { escapeLiteral, type Pool } from 'pg'
import { inTransaction, type Tx } from './transaction.ts'

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
  const role = door.userId ? 'authenticated' : 'anon'
  const settings = `set local role ${role}; select public.open_tenant(${literal(door.userId)}, ${literal(door.organizationId)}) as role`
  return inTransaction(pool, settings, ({ tx, opening }) => work({ tx, role: (opening.role ?? null) as MemberRole | null }))
}

function literal(id: string | null): string {
  if (id === null) return 'null'
  if (!uuid.test(id)) throw new TypeError('an id of the door is no uuid')
  return escapeLiteral(id)
}
