import type pg from 'pg'
import type { FoundTable } from './list-tables.queries.ts'

interface Trigger { table: string; name: string; state: 'O' | 'A' | 'R' }
interface ForeignKey { table: string; name: string; definition: string }

const enable = { O: 'enable trigger', A: 'enable always trigger', R: 'enable replica trigger' }

/** Puts back what was loosened, and checks every row against the keys. */
export type Tighten = () => Promise<void>

/**
 * Lets rows come into tables in any order and unchanged: foreign keys are dropped, triggers rest, and row level security
 * no longer binds the owner. All of it is the owner's right, where `session_replication_role` would be a superuser's.
 * Nobody else sees the tables so: it happens inside the transaction that loads and tightens again.
 *
 * @param owner connected as the owner of the tables, in a transaction
 */
export async function loosenTables(owner: pg.Client, tables: FoundTable[]): Promise<Tighten> {
  const oids = tables.map(({ oid }) => oid)
  const keys = await listForeignKeys(owner, oids)
  const triggers = await listTriggers(owner, oids)
  const forced = tables.filter(({ isForced }) => isForced)
  const run = (statements: string[]) => (statements.length ? owner.query(statements.join('; ')) : null)
  const quote = (name: string) => owner.escapeIdentifier(name)

  await run(forced.map(({ sql }) => `alter table ${sql} no force row level security`))
  await run(keys.map(({ table, name }) => `alter table ${table} drop constraint ${quote(name)}`))
  await run(triggers.map(({ table, name }) => `alter table ${table} disable trigger ${quote(name)}`))

  return async () => {
    // While the owner still sees every row: a key that is checked through forced policies checks nothing.
    await run(keys.map(({ table, name, definition }) => `alter table ${table} add constraint ${quote(name)} ${definition}`))
    await run(triggers.map(({ table, name, state }) => `alter table ${table} ${enable[state]} ${quote(name)}`))
    await run(forced.map(({ sql }) => `alter table ${sql} force row level security`))
  }
}

async function listForeignKeys(owner: pg.Client, oids: number[]): Promise<ForeignKey[]> {
  const { rows } = await owner.query<ForeignKey>(
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and conparentid = 0 and conrelid = any($1::oid[]) order by 1, 2`, [oids])
  return rows
}

async function listTriggers(owner: pg.Client, oids: number[]): Promise<Trigger[]> {
  const { rows } = await owner.query<Trigger>(
    `select tgrelid::regclass::text as table, tgname as name, tgenabled as state
     from pg_trigger where not tgisinternal and tgenabled <> 'D' and tgrelid = any($1::oid[]) order by 1, 2`, [oids])
  return rows
}
