import { enqueueJob } from '#platform/jobs/enqueue-job.queries.ts'
import type { Tx } from '#platform/db/transaction.ts'

/** A fact of a school, in the past tense. */
export interface NewEvent {
  organizationId: string
  /** A new uuid from `ctx.ids`. */
  id: string
  /** For example `order.paid`. */
  name: string
  payload: Record<string, unknown>
}

/**
 * Appends a fact to the outbox in the caller's transaction, with the job that delivers it to each subscriber of the
 * switchboard. The tenant's own role may append but not read.
 */
export async function appendEvent(tx: Tx, event: NewEvent): Promise<void> {
  await tx
    .insertInto('outbox_events')
    .values({ organization_id: event.organizationId, id: event.id, name: event.name, payload: JSON.stringify(event.payload) })
    .execute()
  await enqueueJob(tx, 'deliver-event', { organizationId: event.organizationId, eventId: event.id }, { key: `event:${event.id}` })
}
