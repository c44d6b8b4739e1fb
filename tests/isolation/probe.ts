import pg, { type PoolClient } from 'pg'
import type { Viewer } from './cast.ts'
import type { Connections, Row } from './connections.ts'

/** What became of a statement. */
export type Outcome =
  | { kind: 'refused' }
  | { kind: 'failed'; code: string; message: string }
  /** `after` is the table as the superuser sees it then, or null when nothing changed. */
  | { kind: 'done'; rows: Row[]; after: Row[] | null }

/** A table before anything is tried. */
export interface Baseline {
  table: string
  rows: Row[]
  md5: string
}

/**
 * Gives the database the one function with which a transaction under test shows its uncommitted state as a superuser
 * sees it. Everything tried is rolled back, so nobody else could see it.
 */
export async function installProbe({ superuser, web, system, auth, migrate }: Connections): Promise<void> {
  const logins = [web, system, auth, migrate].map((pool) => pg.escapeIdentifier(loginOf(pool))).join(', ')
  await superuser.query(`
    create schema if not exists isolation_probe;
    create or replace function isolation_probe.look(wanted text, known text) returns jsonb
      language plpgsql security definer set search_path = ''
      as $$
        declare seen jsonb;
        begin
          execute format('select coalesce(jsonb_agg(to_jsonb(t) || jsonb_build_object(''@version'', t.xmin::text) order by t.ctid), ''[]'') from %s t', wanted) into seen;
          return case when md5(seen::text) = known then null else jsonb_build_object('rows', seen, 'md5', md5(seen::text)) end;
        end
      $$;
    grant usage on schema isolation_probe to anon, authenticated, service_role, ${logins};
    revoke execute on function isolation_probe.look(text, text) from public;
    grant execute on function isolation_probe.look(text, text) to anon, authenticated, service_role, ${logins}`)
}

function loginOf(pool: pg.Pool): string {
  const given = pool.options.connectionString
  // What follows a dot tells a pooler of many projects whose login it is; the role has no such name.
  return (given ? decodeURIComponent(new URL(given).username) : String(pool.options.user)).replace(/\.[a-z]{20}$/, '')
}

/** The table as it stands, with the row versions that tell a touched row from an untouched one. */
export async function readBaseline(superuser: pg.Pool, tableSql: string): Promise<Baseline> {
  const found = await superuser.query<{ seen: { rows: Row[]; md5: string } }>(`select isolation_probe.look($1, '') as seen`, [tableSql])
  const seen = found.rows[0]?.seen
  return { table: tableSql, rows: seen?.rows ?? [], md5: seen?.md5 ?? '' }
}

/** Sends one statement as the viewer; whatever it does is undone before the next. */
export type Try = (statement: string, baseline: Baseline) => Promise<Outcome>

/**
 * Opens the viewer's door, lets `work` try statements, and rolls all of it back. The opening is the one of
 * `with-tenant.ts` and `as-system.ts`.
 */
export async function asViewer<T>(connections: Connections, viewer: Viewer, work: (attempt: Try) => Promise<T>): Promise<T> {
  const client = await connections[viewer.login].connect()
  try {
    const role = viewer.role ? `set local role ${viewer.role};` : ''
    const open = viewer.key ? `open_tenant_by_key(${literal(viewer.key.hash)}, ${literal(viewer.doorId)}, 'coupons:read')` : `open_tenant(${literal(viewer.userId)}, ${literal(viewer.doorId)})`
    const claims = viewer.login === 'web' && viewer.role ? `select public.${open};` : ''
    await client.query(`begin; ${role} ${claims} savepoint clean`)
    return await work((statement, baseline) => attemptOn(client, statement, baseline))
  } finally {
    await client.query('rollback').then(() => client.release(), () => client.release(true))
  }
}

async function attemptOn(client: PoolClient, statement: string, baseline: Baseline): Promise<Outcome> {
  const look = `select isolation_probe.look(${literal(baseline.table)}, ${literal(baseline.md5)}) as seen`
  try {
    const answers = (await client.query(`rollback to savepoint clean; ${statement}; ${look}`)) as unknown as pg.QueryResult<Row>[]
    const seen = answers[2]?.rows[0]?.seen as { rows: Row[] } | null
    return { kind: 'done', rows: answers[1]?.rows ?? [], after: seen?.rows ?? null }
  } catch (fault) {
    const { code = '', message } = fault as pg.DatabaseError
    return code === '42501' ? { kind: 'refused' } : { kind: 'failed', code, message }
  }
}

function literal(value: string | null): string {
  return value === null ? 'null' : pg.escapeLiteral(value)
}
