import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { DirectSource } from '../db/direct-connection.ts'
import { BackupUnusable, type SavedDatabase, type SavedTable } from './backup-manifest.ts'
import { listForeignSchemas, listSequences, listTables, readQueueStep, type FoundTable } from './list-tables.queries.ts'
import { RowMarker } from './mark-rows.ts'
import { settleSessions, withBothOwners, type BothOwners } from './open-both.queries.ts'

/** Asks a question of the system at the moment of the backup. */
export type AskSnapshot = (question: string) => Promise<Record<string, unknown>[]>

/** What came of saving. */
export interface Saved<T> {
  database: SavedDatabase
  /** Schemas that are not ours and were left alone. */
  leftOut: string[]
  /** What the caller asked of the same moment. */
  asked: T
}

/**
 * Writes every row of the installation into files, as they were at one moment: all is read from one snapshot that two
 * transactions share, because the tables have two owners. Others read and write on meanwhile; only a migration has to
 * wait.
 *
 * @param folder where `tables/` is made; rows stream into it and are never held in memory
 * @param ask questions for the same moment, as the system
 * @throws BackupUnusable when some table's rows cannot all be seen
 */
export async function saveTables<T>(source: DirectSource, folder: string, ask: (ask: AskSnapshot) => Promise<T>): Promise<Saved<T>> {
  mkdirSync(join(folder, 'tables'), { recursive: true, mode: 0o700 })
  return withBothOwners(source, 'begin isolation level repeatable read read only', async (owners) => {
    await shareSnapshot(owners)
    await settleSessions(owners)
    const tables = await listTables(owners.migrate, owners.systemRole)
    refuseHidden(tables)

    const saved: SavedTable[] = []
    for (const table of tables) saved.push(await saveTable(owners, table, folder))
    const asked = await asService(owners, (client) => ask(async (question) => (await client.query(question)).rows))
    const database: SavedDatabase = { ...(await readStructure(owners)), tables: saved, sequences: await readSequences(owners) }
    return { database, leftOut: await listForeignSchemas(owners.migrate), asked }
  })
}

async function shareSnapshot({ migrate, system }: BothOwners): Promise<void> {
  const { rows } = await migrate.query<{ name: string }>('select pg_export_snapshot() as name')
  await system.query(`set transaction snapshot ${system.escapeLiteral(rows[0]?.name ?? '')}`)
}

/** A table of which only some rows are seen would be saved in part, and nobody would know. */
function refuseHidden(tables: FoundTable[]): void {
  const hidden = tables.filter(({ owner, readAs }) => owner === null || readAs === null)
  if (hidden.length === 0) return

  throw new BackupUnusable(`No role of ours is certain to see every row of ${hidden.map(({ sql }) => sql).join(', ')}: a forced policy hides some from its owner, and none opens it to service_role. Nothing was saved.`)
}

async function saveTable(owners: BothOwners, table: FoundTable, folder: string): Promise<SavedTable> {
  const file = `tables/${table.schema}.${table.name}.copy.gz`
  const columns = table.columns.map((column) => owners.migrate.escapeIdentifier(column)).join(', ')
  const copy = async (client: pg.Client) => {
    const marker = new RowMarker()
    await pipeline(client.query(copyTo(`copy ${table.sql} (${columns}) to stdout`)), marker, createGzip({ level: 4 }), createWriteStream(join(folder, file), { flags: 'wx', mode: 0o600, flush: true }))
    return { schema: table.schema, name: table.name, columns: table.columns, ...marker.seen(), file }
  }
  if (table.readAs === 'service_role') return asService(owners, copy)
  return copy(table.readAs === 'system' ? owners.system : owners.migrate)
}

async function asService<T>({ system }: BothOwners, work: (client: pg.Client) => Promise<T>): Promise<T> {
  await system.query('set local role service_role')
  const done = await work(system)
  await system.query('set local role none')
  return done
}

async function readStructure({ migrate, system }: BothOwners): Promise<Pick<SavedDatabase, 'postgres' | 'migrations' | 'queueStep'>> {
  const version = await migrate.query<{ version: string }>(`select current_setting('server_version') as version`)
  const migrations = await migrate.query<{ name: string; sha256: string }>('select name, sha256 from cove.migrations order by name')
  return { postgres: version.rows[0]?.version ?? '', migrations: migrations.rows, queueStep: await readQueueStep(system) }
}

/** A sequence has no snapshot: read after the rows it is never behind them. */
async function readSequences(owners: BothOwners): Promise<SavedDatabase['sequences']> {
  const saved: SavedDatabase['sequences'] = []
  for (const { schema, name, sql, owner } of await listSequences(owners.migrate, owners.systemRole)) {
    const { rows } = await owners[owner].query<{ lastValue: string; isCalled: boolean }>(`select last_value::text as "lastValue", is_called as "isCalled" from ${sql}`)
    if (rows[0]) saved.push({ schema, name, ...rows[0] })
  }
  return saved
}
