import { sql } from 'kysely'
import type { Tx } from '#platform/ctx.ts'
import { enqueueTry } from './deliveries.queries.ts'

/** What did not get through. */
const missed = sql`status in ('failed', 'held')`

/** Begins the schedule of a delivery anew, whatever became of it. @returns whether it is there */
export async function beginAgain(tx: Tx, organizationId: string, endpointId: string, deliveryId: string): Promise<boolean> {
  const done = await sql`
    update webhook_deliveries set status = 'pending', attempts = 0, next_attempt_at = now(), ended_at = null
    where organization_id = ${organizationId} and endpoint_id = ${endpointId} and id = ${deliveryId}`.execute(tx)
  if (done.numAffectedRows === 0n) return false

  await enqueueTry(tx, { organizationId, deliveryId })
  return true
}

/** How many deliveries of the last so many hours did not get through, for each number of hours. */
export async function countMissed(tx: Tx, organizationId: string, endpointId: string, hours: readonly number[]): Promise<number[]> {
  const found = await sql<{ count: number }>`
    select (select count(*)::int from webhook_deliveries where organization_id = ${organizationId} and endpoint_id = ${endpointId} and ${missed}
      and created_at > now() - make_interval(hours => h.hours)) as count
    from unnest(${hours}::int[]) with ordinality h(hours, place) order by place`.execute(tx)
  return found.rows.map(({ count }) => count)
}

/** Begins anew what did not get through in the last so many hours, the oldest first. @returns how many */
export async function beginMissedAgain(tx: Tx, organizationId: string, endpointId: string, { hours, limit }: { hours: number; limit: number }): Promise<number> {
  const found = await sql<{ id: string }>`
    update webhook_deliveries set status = 'pending', attempts = 0, next_attempt_at = now(), ended_at = null
    where organization_id = ${organizationId} and id in (
      select id from webhook_deliveries where organization_id = ${organizationId} and endpoint_id = ${endpointId} and ${missed}
        and created_at > now() - make_interval(hours => ${hours}) order by created_at, id limit ${limit})
    returning id`.execute(tx)
  for (const { id } of found.rows) await enqueueTry(tx, { organizationId, deliveryId: id })
  return found.rows.length
}
