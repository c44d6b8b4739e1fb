import { mkdtempSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbeddedDatabase } from '../../src/platform/db/embedded-database.ts'
import { freePort } from '../../src/platform/db/free-port.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { end, run } from '../run-program.ts'
import { webhookSecret } from './signed-events.ts'

/** What the benchmark of the inbox runs: the built programs and their peer on one database that flushes to disk. */
export interface InboxPrograms {
  web: number
  peer: number
  /** As the database's superuser. */
  ask<Row extends pg.QueryResultRow>(statement: string, values?: unknown[]): Promise<Row[]>
  stop(): Promise<void>
}

const appSecret = 'only for servers that live as long as the benchmark'

/** Starts web, worker and peer, each with a port of its own. */
export async function startInboxPrograms(): Promise<InboxPrograms> {
  const folder = mkdtempSync(join(tmpdir(), 'coursecove-inbox-'))
  const database = await startEmbeddedDatabase({ dataDir: folder, appSecret })
  await migrate({ databaseUrl: database.url, appSecret }, 'db')
  const superuserUrl = database.superuserUrl.replace(/postgres$/, 'coursecove')
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  await client.query('create table bench_events (like webhook_events including all)')

  const [web, peer] = [await freePort(), await freePort()]
  const settings = {
    PATH: process.env.PATH, NODE_ENV: 'production', DATA_DIR: folder, DATABASE_URL: database.url, APP_SECRET: appSecret, LOG_LEVEL: 'error',
    CLERK_SECRET_KEY: 'sk_test_bench', NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: `pk_test_${Buffer.from('clerk.bench.test$').toString('base64')}`, CLERK_WEBHOOK_SECRET: webhookSecret,
  }
  const programs = [
    run(['--enable-source-maps', 'build/server/server.js'], { ...settings, PORT: String(web) }),
    run(['--enable-source-maps', 'build/server/worker.js'], settings),
    run(['--disable-warning=ExperimentalWarning', 'bench/peers/inbox-peer.ts'], { PATH: process.env.PATH, PORT: String(peer), PEER_DATABASE_URL: superuserUrl, PEER_SECRET: webhookSecret }),
  ]
  const stop = async () => {
    await Promise.all(programs.map(end))
    await client.end()
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await Promise.all([untilListens(web), untilListens(peer)])
  } catch (fault) {
    await stop()
    throw fault
  }
  return { web, peer, ask: async (statement, values) => (await client.query(statement, values)).rows, stop }
}

async function untilListens(port: number): Promise<void> {
  for (const until = Date.now() + 30_000; Date.now() < until; await new Promise((done) => setTimeout(done, 100))) {
    const isThere = await new Promise<boolean>((done) => get({ host: '127.0.0.1', port, path: '/', agent: false }, (answer) => done(answer.resume() !== null)).on('error', () => done(false)))
    if (isThere) return
  }
  throw new Error(`nothing answered at port ${port} for half a minute`)
}
