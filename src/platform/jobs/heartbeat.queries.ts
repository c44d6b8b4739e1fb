import { sql } from 'kysely'
import type { Pool } from 'pg'
import { asSystem } from '#platform/db/as-system.ts'

/** Says that this worker lives, and forgets workers that have been silent for a day. */
export async function beatHeart(pool: Pool, workerId: string): Promise<void> {
  await asSystem(pool, async ({ tx }) => {
    await sql`insert into worker_heartbeats (worker_id) values (${workerId})
      on conflict (worker_id) do update set seen_at = now()`.execute(tx)
    await sql`delete from worker_heartbeats where seen_at < now() - interval '1 day'`.execute(tx)
  })
}
