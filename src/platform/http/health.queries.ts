import { readdirSync } from 'node:fs'
import { sql } from 'kysely'
import type { Pool } from 'pg'
import { asSystem } from '#platform/db/as-system.ts'

/** What health says, part by part. */
export interface Health {
  isWell: boolean
  database: 'well' | 'unreachable'
  /** Whether the database has every migration of this release. */
  migrations: 'well' | 'behind' | 'unknown'
  worker: 'well' | 'silent' | 'not needed'
}

const silentAfterSeconds = 30

/**
 * Asks the database whether it answers, whether it is up to date, and when a worker was last seen.
 *
 * @param pool the pool of the `system` login
 * @param about the folder with the migrations of this release, and the queue outside that runs the jobs, if any: then
 * no worker of ours has to live
 */
export async function readHealth(pool: Pool, { folder = 'db/migrations', outsideQueue = null }: { folder?: string; outsideQueue?: string | null } = {}): Promise<Health> {
  const wanted = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  try {
    return await asSystem(pool, async ({ tx }) => {
      const found = await sql<{ is_alive: boolean; missing: number }>`
        select exists (select 1 from worker_heartbeats where seen_at > now() - make_interval(secs => ${silentAfterSeconds})) as is_alive,
          (select count(*) from unnest(${wanted}::text[]) as wanted(name)
           where not exists (select 1 from cove.migrations m where m.name = wanted.name)) as missing`.execute(tx)
      const isAlive = found.rows[0]?.is_alive ?? false
      const isUpToDate = Number(found.rows[0]?.missing) === 0
      return { isWell: (isAlive || outsideQueue !== null) && isUpToDate, database: 'well', migrations: isUpToDate ? 'well' : 'behind', worker: outsideQueue ? 'not needed' : isAlive ? 'well' : 'silent' }
    })
  } catch {
    return { isWell: false, database: 'unreachable', migrations: 'unknown', worker: outsideQueue ? 'not needed' : 'silent' }
  }
}
