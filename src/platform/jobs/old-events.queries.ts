import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'

/** Deletes some of the events that came so long ago. What somebody is at this moment is left for the next time. */
export async function deleteOldEvents(tx: Tx, wanted: { status: 'completed' | 'failed'; days: number; limit: number }): Promise<number> {
  const gone = await sql`
    delete from webhook_events where id in (
      select id from webhook_events where status = ${wanted.status} and created_at < now() - make_interval(days => ${wanted.days})
      order by created_at limit ${wanted.limit} for update skip locked)`.execute(tx)
  return Number(gone.numAffectedRows ?? 0)
}

/** Deletes some of the facts that every subscriber heard so long ago. */
export async function deleteOldFacts(tx: Tx, wanted: { days: number; limit: number }): Promise<number> {
  const gone = await sql`
    delete from outbox_events where (organization_id, id) in (
      select e.organization_id, e.id from outbox_events e
      where e.fanned_out_at < now() - make_interval(days => ${wanted.days}) and not exists (
        select 1 from outbox_deliveries d where d.organization_id = e.organization_id and d.event_id = e.id and d.status <> 'completed')
      limit ${wanted.limit} for update skip locked)`.execute(tx)
  return Number(gone.numAffectedRows ?? 0)
}
