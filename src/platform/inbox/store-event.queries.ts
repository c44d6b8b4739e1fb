import { sql } from 'kysely'
import { enqueueJob } from '#platform/jobs/enqueue-job.queries.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { processInboxEvent } from './inbox-jobs.ts'
import { storableJson } from './storable-json.ts'

/** An event as it came. */
export interface IncomingEvent {
  id: string
  provider: string
  eventId: string
  type: string
  payload: unknown
  bodySha256: string
  occurredAt: Date
}

/** What is known of an event that came before. */
export interface KnownEvent {
  id: string
  status: string
  bodySha256: string
}

/** As long as the fast path may take, and its cancelling. */
const fastPathHeadStartSeconds = 0.75

/**
 * Stores an event with the job that will run it, should the fast path not.
 *
 * @returns null when it is new, else the one that came before, untouched
 */
export async function storeEvent(tx: Tx, event: IncomingEvent): Promise<KnownEvent | null> {
  const written = await tx
    .insertInto('webhook_events')
    .values({
      id: event.id,
      provider: event.provider,
      event_id: event.eventId,
      event_type: event.type,
      payload: storableJson(event.payload),
      body_sha256: event.bodySha256,
      occurred_at: event.occurredAt,
    })
    .onConflict((conflict) => conflict.columns(['provider', 'event_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!written) return findKnownEvent(tx, event)

  await enqueueJob(tx, processInboxEvent, { id: event.id }, { key: event.id, delaySeconds: fastPathHeadStartSeconds })
  return null
}

async function findKnownEvent(tx: Tx, event: IncomingEvent): Promise<KnownEvent> {
  return tx
    .selectFrom('webhook_events')
    .select(['id', 'status', 'body_sha256 as bodySha256'])
    .where('provider', '=', event.provider)
    .where('event_id', '=', event.eventId)
    .executeTakeFirstOrThrow()
}

/**
 * Counts that an event came once more. Its row may be at work this moment: the count waits for it a little, because
 * nothing but the count would be lost.
 */
export async function countRepeat(tx: Tx, id: string): Promise<void> {
  await sql`set local lock_timeout = '2s'`.execute(tx)
  await tx
    .updateTable('webhook_events')
    .set((row) => ({ deliveries: row('deliveries', '+', 1) }))
    .where('id', '=', id)
    .execute()
}
