import { v7 } from 'uuid'
import { makeStorageKey } from '../../src/modules/files/storage/storage-key.ts'
import type { TestDatabase } from '../support/test-database.ts'
import type { IdSource } from './probes.ts'
import { buildWorld, type School, type World } from './world.ts'

/** Two filled schools whose addresses are all their own, as those of real schools need not be. */
export async function buildTwoSchools(database: TestDatabase): Promise<World> {
  const world = await buildWorld(database.superuser)
  // With equal slugs the other school's address would be one's own.
  await database.superuser.query(`update courses set slug = slug || '-of-b' where organization_id = $1`, [world.b.id])
  await database.superuser.query(`update products set slug = slug || '-of-b' where organization_id = $1`, [world.b.id])
  // A link is signed only for a key that belongs to its file.
  const { rows } = await database.superuser.query<{ id: string; organization_id: string }>('select id, organization_id from files')
  for (const { id, organization_id } of rows) await database.superuser.query('update files set storage_key = $1 where id = $2', [makeStorageKey(organization_id, id, 'mp4'), id])
  return world
}

/** The value of a school's own row, in the place where a probe names it. */
export async function readIds(database: TestDatabase, school: School, source: IdSource): Promise<string> {
  const [table = '', column = ''] = source.split('.')
  const row = school.samples[table]
  if ((table === 'courses' || table === 'products') && column === 'slug') {
    const found = await database.superuser.query<{ slug: string }>(`select slug from ${table} where id = $1`, [row?.id])
    return found.rows[0]?.slug ?? ''
  }
  return String(row?.[column])
}

/** Something of the same form that is nobody's. */
export function nobodys(source: IdSource): string {
  return source.endsWith('.slug') ? `nobodys-${v7().slice(-8)}` : v7()
}

/** Every id that is the school's and no other's: an answer to somebody else may hold none of them. */
export async function listOwnIds(database: TestDatabase, school: School): Promise<string[]> {
  const tables = await tablesOfSchools(database)
  const found: string[] = []
  for (const table of tables) {
    const { rows } = await database.superuser.query<{ row: Record<string, unknown> }>(`select to_jsonb(t) as row from "${table}" t where organization_id = $1`, [school.id])
    for (const { row } of rows) if (typeof row.id === 'string') found.push(row.id)
  }
  return [...found, school.id]
}

/** All rows of a school in one word, which changes when any of them does. */
export async function fingerprint(database: TestDatabase, school: School): Promise<Record<string, string>> {
  const prints: Record<string, string> = {}
  for (const table of await tablesOfSchools(database)) {
    const { rows } = await database.superuser.query<{ print: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') as print from "${table}" t where organization_id = $1`, [school.id])
    prints[table] = rows[0]?.print ?? ''
  }
  return prints
}

async function tablesOfSchools({ superuser }: TestDatabase): Promise<string[]> {
  const { rows } = await superuser.query<{ table_name: string }>(
    `select c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name = 'organization_id' and t.table_type = 'BASE TABLE' order by 1`)
  return rows.map(({ table_name }) => table_name)
}
