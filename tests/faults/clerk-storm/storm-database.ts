import pg from 'pg'
import { startOwnDatabase } from '../own-database.ts'

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

const signals = { immediate: 'SIGQUIT', smart: 'SIGTERM' } as const

/** Makes a server with our tables in it, and nothing else. */
export async function startStormDatabase(): Promise<StormDatabase> {
  const own = await startOwnDatabase('storm')
  const superuser = new pg.Pool({ connectionString: own.superuserUrl, max: 2, idleTimeoutMillis: 50 })
  superuser.on('error', () => {})
  return {
    ...own.source,
    superuser,
    async restart(ending) {
      await own.signal(signals[ending])
      await own.start()
    },
    async stop() {
      await superuser.end()
      await own.remove()
    },
  }
}
