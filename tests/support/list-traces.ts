import type { TestDatabase } from './test-database.ts'

/** Every column that can hold words: text, JSON and lists of text, of our schemas and of the queue. */
export async function listTextColumns(database: TestDatabase, schemas = ['public', 'better_auth']): Promise<string[]> {
  const { rows } = await database.superuser.query<{ place: string }>(
    `select c.table_schema || '.' || c.table_name || '.' || c.column_name as place
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = any($1) and t.table_type = 'BASE TABLE' and (c.data_type in ('text', 'json', 'jsonb', 'character varying') or c.udt_name in ('_text', '_varchar'))
     order by 1`,
    [schemas],
  )
  return rows.map((row) => row.place)
}

/**
 * The columns in which one of these words stands, whatever its case.
 *
 * @param except words that may contain them, taken out before looking
 */
export async function listTraces(database: TestDatabase, words: readonly string[], except: readonly string[] = []): Promise<string[]> {
  const found: string[] = []
  for (const place of await listTextColumns(database, ['public', 'better_auth', 'graphile_worker'])) {
    const [schema, table, column] = place.split('.')
    const { rows } = await database.superuser.query<{ text: string }>(`select "${column}"::text as text from "${schema}"."${table}" where "${column}"::text ilike any($1)`, [words.map((word) => `%${word}%`)])
    const left = rows.map(({ text }) => except.reduce((rest, word) => rest.replaceAll(word, ''), text.toLowerCase()))
    if (left.some((text) => words.some((word) => text.includes(word.toLowerCase())))) found.push(place)
  }
  return found
}
