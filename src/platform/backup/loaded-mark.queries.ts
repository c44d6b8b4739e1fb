import pg from 'pg'
import { migrationUrl, type LoginSource } from '../db/logins.ts'

// Between loading and the end of a restore later migrations run, and one may fail. The mark is set in the transaction
// that loads, so a restore that is begun again knows whether the rows are in. A schema's comment is the one place that
// is neither a row of the backup nor a table that would have to be made for it.

/** Writes down, in the transaction that loads, from which backup the rows came. */
export async function markLoaded(migrate: pg.Client, backupId: string): Promise<void> {
  await migrate.query(`comment on schema cove is ${migrate.escapeLiteral(textOf(backupId))}`)
}

/** Whether the rows of this backup are in the database already, by a restore that did not come to its end. */
export async function isLoadedFrom(source: LoginSource, backupId: string): Promise<boolean> {
  return withMigrate(source, async (migrate) => {
    const { rows } = await migrate.query<{ text: string | null }>(`select obj_description(oid, 'pg_namespace') as text from pg_namespace where nspname = 'cove'`)
    return rows[0]?.text === textOf(backupId)
  })
}

/** The restore came to its end. */
export async function clearLoadedMark(source: LoginSource): Promise<void> {
  await withMigrate(source, (migrate) => migrate.query('comment on schema cove is null'))
}

function textOf(backupId: string): string {
  return `being restored from backup ${backupId}`
}

async function withMigrate<T>(source: LoginSource, work: (migrate: pg.Client) => Promise<T>): Promise<T> {
  const migrate = new pg.Client({ connectionString: migrationUrl(source), application_name: 'coursecove-backup' })
  await migrate.connect()
  try {
    return await work(migrate)
  } finally {
    await migrate.end()
  }
}
