import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { ensureRoles } from './ensure-roles.ts'
import { isThroughPooler, loginRole, loginUrl, migrationUrl, pastPooler, type LoginSource } from './logins.ts'
import { openTransaction } from './session-lock.ts'

/** What a run of `migrate` did. */
export interface MigrateResult {
  applied: string[]
  known: number
}

/** A file that was applied has been changed since: the database cannot say which text it stands on. */
export class MigrationWasEdited extends Error {}

/**
 * Brings the database up to the files of `db/`: roles, the queue, then each new migration in its own transaction.
 * Safe to start twice at once: the second waits for the first.
 *
 * @param source where the database is, and what the logins are derived from
 * @param folder the `db` folder
 * @param say called with each step for the person who waits
 * @param only the files that a backup's tables stand on; all if not given
 * @throws MigrationWasEdited when an applied file has another text now
 */
export async function migrate(source: LoginSource, folder: string, say: (step: string) => void = () => {}, only?: ReadonlySet<string>): Promise<MigrateResult> {
  const client = new pg.Client({ connectionString: migrationUrl(source), application_name: 'coursecove-migrate' })
  const holder = new pg.Client({ connectionString: migrationUrl(source), application_name: 'coursecove-migrate-lock' })
  // Nobody waits for an answer on it; if it is cut, the end of the work says so.
  holder.on('error', () => {})
  await client.connect()
  try {
    await holdLock(holder)
    const { role = '', database = '' } = (await client.query<{ role: string; database: string }>('select current_user as role, current_database() as database')).rows[0] ?? {}
    await ensureRoles(client, source)
    await client.query(`grant create on database ${client.escapeIdentifier(database)} to ${client.escapeIdentifier(loginRole(source, 'system'))}`)
    await withdrawDefaultGrants(client)
    await prepareQueue(source, folder, role)
    const result = await applyMigrations(client, listMigrations(folder, only), say)
    await holder.query('commit')
    return result
  } finally {
    await Promise.all([client.end(), holder.end().catch(() => {})])
  }
}

/** In a transaction that stays open, so that it holds behind a pooler too, where a session is everybody's. */
async function holdLock(holder: pg.Client): Promise<void> {
  await holder.connect()
  await holder.query(`${openTransaction}; select pg_advisory_xact_lock(hashtext('coursecove migrate'))`)
}

/** Supabase gives its API roles everything on each new table; here a table says itself what it gives. */
async function withdrawDefaultGrants(client: pg.Client): Promise<void> {
  for (const kind of ['tables', 'functions', 'sequences']) {
    await client.query(`alter default privileges in schema public revoke all on ${kind} from anon, authenticated, service_role`)
  }
}

/** The queue and the functions by which jobs enter and run belong to the system login. */
async function prepareQueue(source: LoginSource, folder: string, migrator: string): Promise<void> {
  const connectionString = pastPooler(source, loginUrl(source, 'system'))
  await runMigrations({ connectionString, logger: undefined, noPreparedStatements: isThroughPooler(source) })
  const system = new pg.Client({ connectionString, application_name: 'coursecove-migrate' })
  await system.connect()
  try {
    for (const name of ['jobs.sql', 'outside-queue.sql']) {
      const text = readFileSync(join(folder, 'functions', name), 'utf8').replaceAll(':migrator', system.escapeIdentifier(migrator))
      await system.query(`begin; ${text}; commit`)
    }
  } finally {
    await system.end()
  }
}

/** A migration as its file says it. */
export interface MigrationFile {
  name: string
  text: string
  sha256: string
}

/**
 * Reads the migrations of this release, in their order.
 *
 * @param folder the `db` folder
 */
export function listMigrations(folder: string, only?: ReadonlySet<string>): MigrationFile[] {
  const names = readdirSync(join(folder, 'migrations')).filter((name) => name.endsWith('.sql') && (only?.has(name) ?? true))
  return names.sort().map((name) => {
    const text = readFileSync(join(folder, 'migrations', name), 'utf8')
    return { name, text, sha256: createHash('sha256').update(text).digest('hex') }
  })
}

async function applyMigrations(client: pg.Client, files: MigrationFile[], say: (step: string) => void): Promise<MigrateResult> {
  await client.query('create schema if not exists cove')
  await client.query(`create table if not exists cove.migrations (
    name text primary key, sha256 text not null, applied_at timestamptz not null default now())`)
  // Health compares what was applied with what this release brings.
  await client.query('grant usage on schema cove to service_role; grant select on cove.migrations to service_role')
  const done = new Map((await client.query<{ name: string; sha256: string }>('select name, sha256 from cove.migrations')).rows.map((row) => [row.name, row.sha256]))

  const applied: string[] = []
  for (const { name, text, sha256 } of files) {
    const before = done.get(name)
    if (before === sha256) continue
    if (before) throw new MigrationWasEdited(`${name} was applied with another text. Applied files are never edited: write a new one.`)

    say(`migrating ${name}`)
    await applyOne(client, name, text, sha256)
    applied.push(name)
  }
  return { applied, known: done.size + applied.length }
}

async function applyOne(client: pg.Client, name: string, text: string, sha256: string): Promise<void> {
  await client.query(`begin; set local lock_timeout = '10s'`)
  try {
    await client.query(text)
    await client.query('insert into cove.migrations (name, sha256) values ($1, $2)', [name, sha256])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new Error(`${name} could not be applied: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}
