import pg from 'pg'
import { migrationUrl, type LoginSource } from '../db/logins.ts'

/** The database has people or schools already, or somebody works in it. */
export class DatabaseNotEmpty extends Error {}

/**
 * Refuses a database in which CourseCove is at work: programs would find the ground changed under their feet, or write
 * what is left behind.
 *
 * @throws DatabaseNotEmpty naming the connections
 */
export async function refuseCompany(source: LoginSource): Promise<void> {
  await withMigrate(source, refuseOthers)
}

/**
 * Refuses a database in which somebody lives or works, and changes nothing in it: not even the passwords of its logins,
 * which migrating would set.
 *
 * @throws DatabaseNotEmpty saying who
 */
export async function requireEmptyDatabase(source: LoginSource): Promise<void> {
  await withMigrate(source, async (migrate) => {
    await refuseOthers(migrate)
    const { rows } = await migrate.query<{ isMade: boolean }>(`select to_regclass('public.organizations') is not null and to_regclass('public.users') is not null as "isMade"`)
    if (!rows[0]?.isMade) return

    // Forced policies hide every row from the owner. The transaction that lifts them for a moment is never kept.
    await migrate.query(`begin; set local lock_timeout = '10s'; alter table public.organizations no force row level security; alter table public.users no force row level security`)
    await refuseInhabited(migrate)
    await migrate.query('rollback')
  })
}

/** @throws DatabaseNotEmpty when programs of ours are connected */
export async function refuseOthers(migrate: pg.Client): Promise<void> {
  const { rows } = await migrate.query<{ name: string }>(
    `select distinct application_name as name from pg_stat_activity
     where datname = current_database() and application_name like 'coursecove-%' and application_name not in ('coursecove-backup', 'coursecove-doctor') order by 1`)
  if (rows.length) throw new DatabaseNotEmpty(`CourseCove is at work in this database (${rows.map(({ name }) => name).join(', ')}). Stop it first. Nothing was changed.`)
}

/** @throws DatabaseNotEmpty when there are people or schools; to be asked while the owner sees every row */
export async function refuseInhabited(migrate: pg.Client): Promise<void> {
  const { rows } = await migrate.query<{ people: number; schools: number }>('select (select count(*)::int from public.users) as people, (select count(*)::int from public.organizations) as schools')
  const { people = 0, schools = 0 } = rows[0] ?? {}
  if (people + schools > 0) throw new DatabaseNotEmpty(`This database is not empty: ${schools} schools and ${people} people live in it. A backup is restored into an empty one. Nothing was changed.`)
}

async function withMigrate(source: LoginSource, work: (migrate: pg.Client) => Promise<void>): Promise<void> {
  const migrate = new pg.Client({ connectionString: migrationUrl(source), application_name: 'coursecove-backup' })
  await migrate.connect()
  try {
    await work(migrate)
  } finally {
    await migrate.end()
  }
}
