import { rmSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { startEmbeddedDatabase } from '../../src/platform/db/embedded-database.ts'
import { freePort } from '../../src/platform/db/free-port.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { makeDataDir } from '../support/make-data-dir.ts'
import type { GroundDatabase } from './harness.ts'

/**
 * A PostgreSQL of a test's own, to be stopped and killed: every test beside would feel that of the common one. It keeps
 * its promises: what it says is committed is on the disk, unlike under the settings that make tests fast.
 */
export interface OwnDatabase {
  /** Where programs connect to; it stays the same from start to start. */
  source: GroundDatabase
  port: number
  /** Sees everything, in the database of our tables. */
  superuserUrl: string
  /** Asks as the superuser, by a connection of its own that is closed before this resolves. */
  ask<Row extends pg.QueryResultRow>(statement: string, values?: readonly unknown[]): Promise<Row[]>
  /** Works as the superuser on one connection, for transactions of the test's own. */
  asSuperuser<T>(work: (client: pg.Client) => Promise<T>): Promise<T>
  /** Stops it cleanly; what it holds stays. */
  stop(): Promise<void>
  /** Sends its first process a signal and waits until it has ended. */
  signal(signal: NodeJS.Signals): Promise<void>
  /** Starts it again, at its port, with what it held. */
  start(): Promise<void>
  /** Stops it for good and deletes its folder. */
  remove(): Promise<void>
}

const appSecret = 'tests only: this secret guards nothing at all'

/** Makes a server with our tables in it and nothing else. @param name for its folder */
export async function startOwnDatabase(name: string): Promise<OwnDatabase> {
  const options = { dataDir: makeDataDir(`coursecove-${name}-`), appSecret, port: await freePort() }
  let server = await startEmbeddedDatabase(options)
  const superuserUrl = server.superuserUrl.replace(/\/postgres$/, '/coursecove')
  const source = { databaseUrl: server.url, appSecret }
  await migrate(source, 'db')

  const asSuperuser: OwnDatabase['asSuperuser'] = async (work) => {
    const client = new pg.Client({ connectionString: superuserUrl, connectionTimeoutMillis: 5000 })
    client.on('error', () => {})
    await client.connect()
    try {
      return await work(client)
    } finally {
      await client.end().catch(() => {})
    }
  }
  return {
    source,
    port: options.port,
    superuserUrl,
    ask: (statement, values = []) => asSuperuser(async (client) => (await client.query(statement, [...values])).rows),
    asSuperuser,
    stop: () => server.stop(),
    async signal(signal) {
      process.kill(server.pid, signal)
      await server.ended
    },
    async start() {
      server = await startEmbeddedDatabase(options)
    },
    async remove() {
      await server.stop()
      rmSync(options.dataDir, { recursive: true, force: true })
    },
  }
}

/**
 * Gives the test file a database server of its own, made before its tests and removed after them.
 *
 * @example
 * const database = useOwnDatabase('restart')
 * const ground = useFaultGround(() => database().source)
 */
export function useOwnDatabase(name: string): () => OwnDatabase {
  let database: OwnDatabase | null = null
  beforeAll(async () => {
    database = await startOwnDatabase(name)
  }, 120_000)
  afterAll(() => database?.remove())
  return () => {
    if (!database) throw new Error('the database server is there only while tests run')
    return database
  }
}
