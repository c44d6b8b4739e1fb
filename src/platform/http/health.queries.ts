import { sql } from 'kysely'
import type { Pool } from 'pg'
import { asSystem } from '#platform/db/as-system.ts'

/** What health says, part by part. */
export interface Health {
  isWell: boolean
  database: 'well' | 'unreachable'
  worker: 'well' | 'silent'
}

const silentAfterSeconds = 30

/**
 * Asks the database whether it answers and when a worker was last seen.
 *
 * @param pool the pool of the `system` login
 */
export async function readHealth(pool: Pool): Promise<Health> {
  try {
    return await asSystem(pool, async ({ tx }) => {
      const seen = await sql<{ is_alive: boolean }>`
        select exists (select 1 from worker_heartbeats where seen_at > now() - make_interval(secs => ${silentAfterSeconds})) as is_alive`.execute(tx)
      const isAlive = seen.rows[0]?.is_alive ?? false
      return { isWell: isAlive, database: 'well', worker: isAlive ? 'well' : 'silent' }
    })
  } catch {
    return { isWell: false, database: 'unreachable', worker: 'silent' }
  }
}
