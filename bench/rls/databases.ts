import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbeddedDatabase } from '../../src/platform/db/embedded-database.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { openPools } from '../../src/platform/db/pools.ts'
import { coursesOfASchool, fillSchools } from './schools.ts'

const appSecret = 'only for a database that lives as long as the benchmark'
const connections = 8

/** Two databases on one server that differ in how many schools they hold, and the pools that the requests use. */
export interface Databases {
  big: { schools: number; door: pg.Pool; filter: pg.Pool }
  small: { schools: number; door: pg.Pool }
  /** The superuser on the big one, for looking into it. */
  superuserUrl: string
  close(): Promise<void>
}

/** Starts a server, migrates it and fills both databases. */
export async function openDatabases(sizes: { big: number; small: number }, say: (line: string) => void): Promise<Databases> {
  const dataDir = mkdtempSync(join(tmpdir(), 'coursecove-bench-'))
  const server = await startEmbeddedDatabase({ dataDir, appSecret, isForTests: true })
  const superuserUrl = (database: string) => server.superuserUrl.replace(/postgres$/, database)
  await migrate({ databaseUrl: server.url, appSecret }, 'db')
  // The name before the double underscore is the one that the logins are named after: both databases share them.
  await run(server.superuserUrl, (client) => client.query('create database coursecove__small template coursecove owner coursecove_migrate'))
  for (const [database, schools] of [['coursecove__small', sizes.small], ['coursecove', sizes.big]] as const) {
    const before = performance.now()
    const courses = await run(superuserUrl(database), (client) => fillSchools(client, schools))
    if (courses !== schools * coursesOfASchool) throw new Error(`${courses} courses were made for ${schools} schools`)
    say(`${schools} schools with ${courses} courses, made in ${((performance.now() - before) / 1000).toFixed(0)} s`)
  }

  const big = openPools({ databaseUrl: server.url, appSecret }, { web: connections, system: 1, auth: 1 })
  const small = openPools({ databaseUrl: server.url.replace(/coursecove$/, 'coursecove__small'), appSecret }, { web: connections, system: 1, auth: 1 })
  const filter = new pg.Pool({ connectionString: await makeFilterRole(superuserUrl('coursecove')), max: connections })
  return {
    big: { schools: sizes.big, door: big.web, filter },
    small: { schools: sizes.small, door: small.web },
    superuserUrl: superuserUrl('coursecove'),
    async close() {
      await Promise.all([big.close(), small.close(), filter.end()])
      await untilAlone(server.superuserUrl)
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** A pool has ended before its connections have: the server would tell each of them of its own end. */
async function untilAlone(superuserUrl: string): Promise<void> {
  await run(superuserUrl, async (client) => {
    for (;;) {
      const { rowCount } = await client.query(`select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`)
      if (!rowCount) return
      await new Promise((done) => setTimeout(done, 20))
    }
  })
}

/** A role that may read everything and is bound by no policy. */
async function makeFilterRole(superuserUrl: string): Promise<string> {
  await run(superuserUrl, async (client) => {
    await client.query(`create role bench_filter login bypassrls password 'bench'`)
    await client.query('grant usage on schema public to bench_filter')
    await client.query('grant select on all tables in schema public to bench_filter')
  })
  const url = new URL(superuserUrl)
  url.username = 'bench_filter'
  url.password = 'bench'
  return url.href
}

async function run<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
