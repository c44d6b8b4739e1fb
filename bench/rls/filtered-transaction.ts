import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import type { DB } from '../../src/platform/db/schema.ts'
import type { TenantTransaction } from '../../src/platform/db/with-tenant.ts'

const claim = '(select current_organization())'

/**
 * What the door is measured against: the same queries between begin and commit, under a role that row level security
 * does not bind, with the school's id as a parameter where the door's queries read it from the claims.
 *
 * @param pool of a role with BYPASSRLS
 * @param organizationId null for finding the school itself
 * @throws Error when a query names no school although there is one
 */
export async function inFilteredTransaction<T>(pool: Pool, organizationId: string | null, work: (opened: TenantTransaction) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const result = await work({ tx: onFilteredConnection(client, organizationId), role: null })
    await client.query('commit')
    return result
  } finally {
    client.release()
  }
}

/** The text of a query and of the parameters it needs, remembered: rewriting must not cost the peer anything. */
const rewritten = new Map<string, { text: string; needsSchool: boolean }>()

function onFilteredConnection(client: PoolClient, organizationId: string | null): Kysely<DB> {
  const query: unknown = (text: string, values: readonly unknown[]) => {
    const known = rewritten.get(text) ?? remember(text, values.length)
    if (organizationId && !known.needsSchool && !values.includes(organizationId)) throw new Error(`this query does not name the school: ${text}`)
    return client.query(known.text, known.needsSchool ? [...values, organizationId] : [...values])
  }
  const connection: PostgresPoolClient = { query: query as PostgresPoolClient['query'], release() {} }
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: { connect: async () => connection, end: async () => {}, options: {} } }) })
}

function remember(text: string, count: number): { text: string; needsSchool: boolean } {
  const known = { text: text.replaceAll(claim, `$${count + 1}`), needsSchool: text.includes(claim) }
  rewritten.set(text, known)
  return known
}
