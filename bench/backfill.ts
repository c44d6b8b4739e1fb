import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { ensureBuild } from '../bin/parts/build.ts'
import { startClerkEmulator } from '../emulators/clerk/start-clerk-emulator.ts'
import { startEmbeddedDatabase } from '../src/platform/db/embedded-database.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { atLeast, atMost, type Benchmark, type Figure } from './figures.ts'

const appSecret = 'only for a database that lives as long as the benchmark'
const people = 100_000
const organizations = 200
/** Of a test instance of Clerk's. At a live one's, ten times this, the database sets the pace and not the limit. */
const limitInTenSeconds = 100
const memoryMbMax = 512

/**
 * The first import of a hundred thousand people with a membership each, by the command as it is built, from the emulator
 * with the rate limit of a test instance. Every call counts, also those that count people, and the tries that fail.
 */
export const benchmark: Benchmark = {
  name: 'backfill',
  async measure(say) {
    ensureBuild(say)
    const dataDir = mkdtempSync(join(tmpdir(), 'coursecove-bench-'))
    const server = await startEmbeddedDatabase({ dataDir, appSecret, isForTests: true })
    const emulator = await startClerkEmulator({ port: 0, rateLimit: limitInTenSeconds, load: { users: people, organizations, membershipsPerUser: 1 } })
    const superuser = new pg.Client({ connectionString: server.superuserUrl.replace(/postgres$/, 'coursecove') })
    try {
      await migrate({ databaseUrl: server.url, appSecret }, 'db')
      await superuser.connect()
      const env = {
        PATH: process.env.PATH, NODE_ENV: 'production', LOG_LEVEL: 'warn', DATABASE_URL: server.url, APP_SECRET: appSecret,
        CLERK_SECRET_KEY: emulator.secretKey, NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: emulator.connection.CLERK_PUBLISHABLE_KEY, CLERK_API_URL: emulator.url,
      }
      const memoryMb = await runBackfill(env, say)
      return await readFigures(superuser, memoryMb, say)
    } finally {
      await superuser.end()
      await emulator.close()
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    }
  },
}

/** @returns the most memory that the process held, in MB */
async function runBackfill(env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<number> {
  const child = spawn(process.execPath, ['build/server/cove.js', 'backfill'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let memoryMb = 0
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    memoryMb = Math.max(memoryMb, readMemoryMb(child.pid))
    for (const line of text.split('\n').filter(Boolean)) say(line)
  })
  const code = await new Promise<number | null>((done) => child.once('exit', done))
  if (code !== 0) throw new Error(`the import ended with ${code}`)
  return memoryMb
}

function readMemoryMb(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

async function readFigures(superuser: pg.Client, memoryMb: number, say: (line: string) => void): Promise<Figure[]> {
  const { rows } = await superuser.query<{ calls: number; seconds: number; users: number; memberships: number; ended: number }>(`
    select calls_sent as calls, extract(epoch from finished_at - created_at)::float as seconds,
      (select count(*)::int from users where deleted_at is null) as users, (select count(*)::int from organization_memberships where deleted_at is null) as memberships,
      (select count(*)::int from users where deleted_at is not null) + (select count(*)::int from organizations where deleted_at is not null)
        + (select count(*)::int from organization_memberships where deleted_at is not null) + (select count(*)::int from sync_states where deleted_at is not null) as ended
    from reconcile_runs where mode = 'backfill' and state = 'done'`)
  const [run] = rows
  if (!run) throw new Error('the import left no run that is done')

  say(`${run.calls} calls in ${run.seconds.toFixed(1)} s, of ${((run.seconds * limitInTenSeconds) / 10).toFixed(0)} that were allowed`)
  return [
    atLeast('backfill/share-of-the-rate-limit', run.calls / ((run.seconds * limitInTenSeconds) / 10), 0.8, 'of the calls allowed'),
    atLeast('backfill/people', run.users, people, 'here of 100,000'),
    atLeast('backfill/memberships', run.memberships, people, 'here of 100,000'),
    atMost('backfill/false-ends', run.ended, 0, 'ended'),
    atMost('backfill/memory', memoryMb, memoryMbMax, 'MB at most'),
  ]
}
