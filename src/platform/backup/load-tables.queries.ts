import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import type { DirectSource } from '../db/direct-connection.ts'
import { BackupUnusable, type SavedDatabase, type SavedTable } from './backup-manifest.ts'
import { listSequences, listTables, readQueueStep, type FoundTable } from './list-tables.queries.ts'
import { refuseInhabited, refuseOthers } from './empty-database.queries.ts'
import { markLoaded } from './loaded-mark.queries.ts'
import { loosenTables } from './loosen-tables.queries.ts'
import { RowMarker, type RowsSeen } from './mark-rows.ts'
import { settleSessions, withBothOwners, type BothOwners } from './open-both.queries.ts'
import type { AskSnapshot } from './save-tables.queries.ts'

/** What is loaded. */
export interface Loading {
  backupId: string
  saved: SavedDatabase
  /** Looks at the loaded rows before they are kept, as the owner of the tables; what it throws undoes all. */
  check(ask: AskSnapshot): Promise<void>
}

/**
 * Loads what `saveTables` wrote into a database that was migrated to the same step and has nobody in it. All or nothing:
 * every row is read back and compared before it is kept.
 *
 * @param folder the backup
 * @throws DatabaseNotEmpty when there are people or schools in it
 * @throws BackupUnusable when the files are not what was saved, or the tables have another form
 */
export async function loadTables(source: DirectSource, folder: string, { backupId, saved, check }: Loading): Promise<void> {
  await withBothOwners(source, 'begin', async (owners) => {
    await settleSessions(owners)
    await refuseOthers(owners.migrate)
    const tables = await pairTables(owners, saved)
    const own = (owner: 'migrate' | 'system') => tables.filter(({ found }) => found.owner === owner)
    const tighten = []
    for (const owner of ['migrate', 'system'] as const) {
      tighten.push(await loosenTables(owners[owner], own(owner).map(({ found }) => found)))
      if (owner === 'migrate') await refuseInhabited(owners.migrate)
      await owners[owner].query(`truncate ${own(owner).map(({ found }) => found.sql).join(', ')}`)
    }

    for (const { found, table } of tables) await loadTable(owners[found.owner], { found, table, folder })
    await setSequences(owners, saved)
    await check(async (question) => (await owners.migrate.query(question)).rows)
    for (const step of tighten) await step()
    await markLoaded(owners.migrate, backupId)
  })
  await analyze(source)
}

interface Pair { found: FoundTable; table: SavedTable }

async function pairTables({ migrate, system, systemRole }: BothOwners, saved: SavedDatabase): Promise<Pair[]> {
  const here = new Map((await listTables(migrate, systemRole)).map((found) => [`${found.schema}.${found.name}`, found]))
  if (saved.queueStep > (await readQueueStep(system))) throw new BackupUnusable('The backup was made with a newer release of the queue than this one. Install that release first.')

  return saved.tables.map((table) => {
    const found = here.get(`${table.schema}.${table.name}`)
    const missing = found ? table.columns.filter((column) => !found.columns.includes(column)) : ['the table itself']
    if (!found || missing.length) throw new BackupUnusable(`${table.schema}.${table.name} has another form here, without ${missing.join(', ')}.`)
    return { found, table }
  })
}

async function loadTable(owner: pg.Client, { found, table, folder }: Pair & { folder: string }): Promise<void> {
  const columns = table.columns.map((column) => owner.escapeIdentifier(column)).join(', ')
  const came = new RowMarker()
  try {
    await pipeline(createReadStream(join(folder, table.file)), createGunzip(), came, owner.query(copyFrom(`copy ${found.sql} (${columns}) from stdin`)))
  } catch (cause) {
    throw new BackupUnusable(`${table.file} could not be loaded: ${cause instanceof Error ? cause.message : String(cause)}. Nothing of the database was kept.`, { cause })
  }
  requireSame(table, came.seen(), `${table.file} is not what was saved`)

  const stands = new RowMarker()
  await pipeline(owner.query(copyTo(`copy ${found.sql} (${columns}) to stdout`)), stands, nowhere())
  // The order in which rows lie is the database's own affair.
  requireSame({ ...table, sha256: '' }, { ...stands.seen(), sha256: '' }, `${found.sql} did not come out as it was saved`)
}

function requireSame(table: RowsSeen, seen: RowsSeen, complaint: string): void {
  if (table.rows === seen.rows && table.bytes === seen.bytes && table.sha256 === seen.sha256 && table.rowMark === seen.rowMark) return

  throw new BackupUnusable(`${complaint} (${table.rows} rows in ${table.bytes} bytes then, ${seen.rows} in ${seen.bytes} now). Nothing of the database was kept.`)
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() })
}

async function setSequences(owners: BothOwners, saved: SavedDatabase): Promise<void> {
  const values = new Map(saved.sequences.map((one) => [`${one.schema}.${one.name}`, one]))
  for (const { schema, name, sql, owner } of await listSequences(owners.migrate, owners.systemRole)) {
    const value = values.get(`${schema}.${name}`)
    if (value) await owners[owner].query('select setval($1::regclass, $2::bigint, $3)', [sql, value.lastValue, value.isCalled])
  }
}

/** Plans are made from figures that only this gathers. */
async function analyze(source: DirectSource): Promise<void> {
  await withBothOwners(source, 'begin', async (owners) => {
    await settleSessions(owners)
    for (const { sql, owner } of await listTables(owners.migrate, owners.systemRole)) await owners[owner].query(`analyze ${sql}`)
  })
}
