import { sql } from 'kysely'
import { enqueueJob } from '#platform/jobs/enqueue-job.queries.ts'
import type { Tx } from '#platform/db/transaction.ts'
import type { DeliveredEvent } from '#platform/switchboard-types.ts'

/** The job that tells one subscriber one fact. Its key is the delivery's id. */
export const hearEventJob = 'hear-event'

/** Takes a fact that was not handed out yet; null when it was, or is being. */
export async function lockNewFact(tx: Tx, organizationId: string, eventId: string): Promise<{ name: string } | null> {
  const found = await tx
    .selectFrom('outbox_events')
    .select('name')
    .where('organization_id', '=', organizationId)
    .where('id', '=', eventId)
    .where('fanned_out_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return found ?? null
}

/** Writes one delivery, with its job, for each subscriber, and that the fact was handed out. */
export async function fanOut(tx: Tx, organizationId: string, eventId: string, subscribers: string[]): Promise<void> {
  for (const subscriber of subscribers) {
    const written = await tx
      .insertInto('outbox_deliveries')
      .values({ organization_id: organizationId, event_id: eventId, subscriber })
      .onConflict((conflict) => conflict.columns(['organization_id', 'event_id', 'subscriber']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (written) await enqueueHearing(tx, organizationId, written.id)
  }
  await tx
    .updateTable('outbox_events')
    .set({ fanned_out_at: sql<Date>`clock_timestamp()` })
    .where('organization_id', '=', organizationId)
    .where('id', '=', eventId)
    .execute()
}

/** Asks for the job that tells a subscriber its fact. */
export async function enqueueHearing(tx: Tx, organizationId: string, deliveryId: string, delaySeconds = 0): Promise<void> {
  await enqueueJob(tx, hearEventJob, { organizationId, deliveryId }, { key: `delivery:${deliveryId}`, delaySeconds })
}

/** A delivery that is still to be made, with its fact. */
export interface OpenDelivery {
  subscriber: string
  attempts: number
  waitedSeconds: number
  event: DeliveredEvent
}

/** Takes an open delivery for this transaction alone; null when it is done, given up, or somebody else's. */
export async function lockOpenDelivery(tx: Tx, organizationId: string, deliveryId: string): Promise<OpenDelivery | null> {
  const found = await tx
    .selectFrom('outbox_deliveries as d')
    .innerJoin('outbox_events as e', (join) => join.onRef('e.organization_id', '=', 'd.organization_id').onRef('e.id', '=', 'd.event_id'))
    .select(['d.subscriber', 'd.attempts', 'e.id', 'e.name', 'e.payload', 'e.occurred_at'])
    .select(sql<number>`extract(epoch from clock_timestamp() - d.created_at)::float8`.as('waitedSeconds'))
    .where('d.organization_id', '=', organizationId)
    .where('d.id', '=', deliveryId)
    .where('d.status', '=', 'pending')
    .forUpdate('d')
    .skipLocked()
    .executeTakeFirst()
  if (!found) return null

  const { subscriber, attempts, waitedSeconds } = found
  return { subscriber, attempts, waitedSeconds, event: { id: found.id, organizationId, name: found.name, payload: found.payload, occurredAt: found.occurred_at } }
}

/** Marks a delivery as made, in the transaction of its effect. */
export async function completeDelivery(tx: Tx, organizationId: string, deliveryId: string): Promise<void> {
  await tx
    .updateTable('outbox_deliveries')
    .set((row) => ({ status: 'completed', attempts: row('attempts', '+', 1), completed_at: sql<Date>`clock_timestamp()`, next_attempt_at: null, error: null }))
    .where('organization_id', '=', organizationId)
    .where('id', '=', deliveryId)
    .execute()
}

/** Writes down a delivery that did not succeed and, where there is a next try (seconds from now), its job. */
export async function noteDelivery(tx: Tx, organizationId: string, deliveryId: string, note: { attempts: number; error: string; againInSeconds: number | null }): Promise<void> {
  const isOver = note.againInSeconds === null
  await tx
    .updateTable('outbox_deliveries')
    .set({
      status: isOver ? 'failed' : 'pending',
      attempts: note.attempts,
      error: note.error,
      next_attempt_at: isOver ? null : sql<Date>`clock_timestamp() + make_interval(secs => ${note.againInSeconds})`,
    })
    .where('organization_id', '=', organizationId)
    .where('id', '=', deliveryId)
    .execute()
  if (note.againInSeconds !== null) await enqueueHearing(tx, organizationId, deliveryId, note.againInSeconds)
}
