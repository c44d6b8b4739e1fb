import pg from 'pg'
import type { DirectSource } from '../../../src/platform/db/direct-connection.ts'
import { loginNames, loginUrl, migrationUrl } from '../../../src/platform/db/logins.ts'
import { listMigrations } from '../../../src/platform/db/migrate.ts'
import { on, wrong, type Finding } from './finding.ts'

const oldestVersion = 150000
const connectMs = 5000

/** Looks at the database: whether it can be reached, is one that we run on, is up to date, and binds its own logins. Changes nothing. */
export async function lookAtDatabase(source: DirectSource): Promise<Finding[]> {
  const where = new URL(migrationUrl(source))
  try {
    return await asking(where.href, async (client) => [await server(client, where), ...(await migrations(client)), ...(await logins(source))])
  } catch (fault) {
    return [wrong('database', `${where.host}${where.pathname} as ${where.username}: ${messageOf(fault)}`, 'docs/runbooks/database-down.md')]
  }
}

async function server(client: pg.Client, where: URL): Promise<Finding> {
  const { rows } = await client.query<{ version: string; number: number; isSuper: boolean; isUnbound: boolean; encoding: string; used: number; most: number }>(
    `select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
      (select rolsuper from pg_roles where rolname = current_user) as "isSuper", (select rolbypassrls from pg_roles where rolname = current_user) as "isUnbound", current_setting('server_encoding') as encoding,
      (select count(*)::int from pg_stat_activity where datname is not null) as used, current_setting('max_connections')::int as most`)
  const { version = '?', number = 0, isSuper = false, isUnbound = false, encoding = '?', used = 0, most = 0 } = rows[0] ?? {}
  const said = `PostgreSQL ${version} at ${where.host}${where.pathname}, ${used} of ${most} connections in use`
  if (number < oldestVersion) return wrong('database', said, 'PostgreSQL 15 or newer is needed')
  if (encoding !== 'UTF8') return wrong('database', `${said}, encoding ${encoding}`, 'make it anew with encoding UTF8')
  if (isSuper) return wrong('database', `${said}; ${where.username} is not bound by row level security`, 'use a role that is no superuser, without BYPASSRLS, and owns the database')
  if (most - used < 20) return wrong('database', `${said}: too few are left`, 'raise max_connections, or put a pooler in front')
  // Supabase's own `postgres` is so, and no request comes under it.
  if (isUnbound) return on('database', said, `${where.username} reads past every policy. It makes the tables, and nobody's request comes under it; better is a role without BYPASSRLS, where the host lets you choose`)
  return on('database', said)
}

async function migrations(client: pg.Client): Promise<Finding[]> {
  const there = await client.query<{ is: boolean }>(`select to_regclass('cove.migrations') is not null as is`)
  if (!there.rows[0]?.is) return [wrong('tables', 'none yet', 'npm start makes them, or: npm run cove -- migrate')]

  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from cove.migrations')
  const files = listMigrations('db')
  const applied = new Map(rows.map(({ name, sha256 }) => [name, sha256]))
  const missing = files.filter(({ name }) => !applied.has(name))
  const edited = files.filter(({ name, sha256 }) => applied.has(name) && applied.get(name) !== sha256)
  const strange = rows.filter(({ name }) => !files.some((file) => file.name === name))
  if (edited.length) return [wrong('tables', `${edited.map(({ name }) => name).join(', ')} reads differently than when it was applied`, 'use the files of the release: applied ones are never edited')]
  if (strange.length) return [wrong('tables', `made by a newer release (${strange.map(({ name }) => name).join(', ')})`, 'use that release')]
  if (missing.length) return [wrong('tables', `${missing.length} migrations of this release are missing`, 'npm start applies them, or: npm run cove -- migrate')]
  return [on('tables', `up to date, ${files.length} migrations`)]
}

/** Each login must be let in, and must be one that policies bind. */
async function logins(source: DirectSource): Promise<Finding[]> {
  const faults: string[] = []
  for (const login of loginNames) {
    try {
      await asking(loginUrl(source, login), async (client) => {
        const { rows } = await client.query<{ free: boolean }>('select rolsuper or rolbypassrls as free from pg_roles where rolname = current_user')
        if (rows[0]?.free) faults.push(`${client.user} is not bound by row level security`)
      })
    } catch (fault) {
      faults.push(`${login}: ${messageOf(fault)}`)
    }
  }
  return [faults.length
    ? wrong('logins', faults.join('; '), 'the logins are made, and their passwords set from APP_SECRET, by: npm run cove -- migrate')
    : on('logins', `${loginNames.join(', ')}: each is let in, and bound by row level security`)]
}

async function asking<T>(connectionString: string, ask: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString, application_name: 'coursecove-doctor', connectionTimeoutMillis: connectMs, query_timeout: connectMs })
  client.on('error', () => {})
  try {
    await client.connect()
    return await ask(client)
  } finally {
    await client.end().catch(() => {})
  }
}

function messageOf(fault: unknown): string {
  return fault instanceof AggregateError ? fault.errors.map(messageOf).join(', ') : fault instanceof Error ? fault.message : String(fault)
}
