import { rmSync } from 'node:fs'
import pg from 'pg'
import { startEmbeddedDatabase } from '../../../src/platform/db/embedded-database.ts'
import { freePort } from '../../../src/platform/db/free-port.ts'
import { migrate } from '../../../src/platform/db/migrate.ts'
import { makeDataDir } from '../../support/make-data-dir.ts'

/**
 * How the server is ended. `immediate` throws everybody out without a word, and the next start recovers from the log;
 * `smart` lets nobody in any more and waits until the last has gone.
 */
export type Ending = 'immediate' | 'smart'

/** A PostgreSQL of the storm's own, which keeps its promises: what it says is committed is on the disk. */
export interface StormDatabase {
  databaseUrl: string
  appSecret: string
  /** Sees everything, for looking after the fact. Holds no connection for longer than a look takes. */
  superuser: pg.Pool
  /** Ends the server and starts it again at its port. */
  restart(ending: Ending): Promise<void>
  stop(): Promise<void>
}

const appSecret = 'tests only: this secret guards nothing at all'
const signals = { immediate: 'SIGQUIT', smart: 'SIGTERM' } as const

/** Makes a server with our tables in it, and nothing else. */
export async function startStormDatabase(): Promise<StormDatabase> {
  const dataDir = makeDataDir('coursecove-storm-')
  const options = { dataDir, appSecret, port: await freePort() }
  let server = await startEmbeddedDatabase(options)
  await migrate({ databaseUrl: server.url, appSecret }, 'db')
  const superuser = new pg.Pool({ connectionString: server.superuserUrl.replace(/\/postgres$/, '/coursecove'), max: 2, idleTimeoutMillis: 50 })
  superuser.on('error', () => {})
  return {
    databaseUrl: server.url,
    appSecret,
    superuser,
    async restart(ending) {
      process.kill(server.pid, signals[ending])
      await server.ended
      server = await startEmbeddedDatabase(options)
    },
    async stop() {
      await superuser.end()
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
