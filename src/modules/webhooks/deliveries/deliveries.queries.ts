import { sql } from 'kysely'
import { enqueueJob } from '#platform/jobs/enqueue-job.queries.ts'
import type { Tx } from '#platform/ctx.ts'

/** How a delivery stands. `held`: its endpoint was switched off before it got through. */
export const deliveryStatuses = ['pending', 'delivered', 'failed', 'held'] as const
export type DeliveryStatus = (typeof deliveryStatuses)[number]

/** The job of one try. */
export const sendWebhookJob = 'send-webhook'

/** A delivery in the log of its endpoint. */
export interface DeliveryLine {
  id: string
  type: string
  status: DeliveryStatus
  occurredAt: Date
  createdAt: Date
  nextAttemptAt: Date | null
  tries: number
  /** Of the last try; null before the first. */
  lastOutcome: string | null
  lastStatus: number | null
}

/** A delivery with what it says. */
export interface Delivery extends DeliveryLine {
  endpointId: string
  payload: unknown
}

/** What came of one try. */
export interface Try {
  id: string
  outcome: 'answered' | 'timed-out' | 'refused' | 'unreachable'
  answerStatus: number | null
  answerStart: string
  reason: string | null
  durationMs: number
  createdAt: Date
}

const line = sql`d.id, d.type, d.status, d.occurred_at as "occurredAt", d.created_at as "createdAt", d.next_attempt_at as "nextAttemptAt",
  coalesce(t.tries, 0) as tries, t.outcome as "lastOutcome", t.answer_status as "lastStatus"`
const withLastTry = sql`webhook_deliveries d left join lateral (
  select count(*) over ()::int as tries, t.outcome, t.answer_status from webhook_tries t
  where t.organization_id = d.organization_id and t.delivery_id = d.id order by t.created_at desc, t.id desc limit 1) t on true`

/** Asks for a try of a delivery. The jobs of a school stand in one line: a slow receiver holds up only its own school. */
export async function enqueueTry(tx: Tx, { organizationId, deliveryId, delaySeconds = 0 }: { organizationId: string; deliveryId: string; delaySeconds?: number }): Promise<void> {
  await enqueueJob(tx, sendWebhookJob, { organizationId, deliveryId }, { key: `webhook:${deliveryId}`, delaySeconds, line: `webhooks:${organizationId}` })
}

/** A fact for one endpoint. */
export interface NewDelivery {
  id: string
  endpointId: string
  /** Null for a test. */
  eventId: string | null
  type: string
  payload: unknown
  occurredAt: Date
  status: 'pending' | 'held'
}

/** Writes a delivery with its job; the same fact for the same endpoint twice is one. */
export async function insertDelivery(tx: Tx, organizationId: string, delivery: NewDelivery): Promise<void> {
  const { id, endpointId, eventId, type, payload, occurredAt, status } = delivery
  const written = await tx
    .insertInto('webhook_deliveries')
    .values({
      organization_id: organizationId, id, endpoint_id: endpointId, event_id: eventId, type, payload: JSON.stringify(payload), occurred_at: occurredAt, status,
      next_attempt_at: status === 'pending' ? sql<Date>`now()` : null,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'endpoint_id', 'event_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (written && status === 'pending') await enqueueTry(tx, { organizationId, deliveryId: id })
}

/** The log of an endpoint, newest first: one line more than the limit when there is more. */
export async function selectDeliveries(
  tx: Tx,
  organizationId: string,
  wanted: { endpointId: string; status: DeliveryStatus | null; before: string | null; limit: number },
): Promise<DeliveryLine[]> {
  const { endpointId, status, before, limit } = wanted
  const found = await sql<DeliveryLine>`
    select ${line} from ${withLastTry}
    where d.organization_id = ${organizationId} and d.endpoint_id = ${endpointId} and (${status}::text is null or d.status = ${status})
      and (${before}::uuid is null or (d.created_at, d.id) < (
        select b.created_at, b.id from webhook_deliveries b where b.organization_id = ${organizationId} and b.id = ${before}))
    order by d.created_at desc, d.id desc limit ${limit + 1}`.execute(tx)
  return found.rows
}

export async function findDelivery(tx: Tx, organizationId: string, endpointId: string, id: string): Promise<Delivery | null> {
  const found = await sql<Delivery>`
    select ${line}, d.endpoint_id as "endpointId", d.payload from ${withLastTry}
    where d.organization_id = ${organizationId} and d.endpoint_id = ${endpointId} and d.id = ${id}`.execute(tx)
  return found.rows[0] ?? null
}

/** Every try of a delivery, the newest first. */
export async function selectTries(tx: Tx, organizationId: string, deliveryId: string): Promise<Try[]> {
  const found = await sql<Try>`
    select id, outcome, answer_status as "answerStatus", answer_start as "answerStart", reason, duration_ms as "durationMs", created_at as "createdAt"
    from webhook_tries where organization_id = ${organizationId} and delivery_id = ${deliveryId} order by created_at desc, id desc`.execute(tx)
  return found.rows
}

/** What waits is held: its endpoint was switched off. Its jobs find nothing to do. */
export async function holdDeliveries(tx: Tx, organizationId: string, endpointId: string): Promise<void> {
  await tx
    .updateTable('webhook_deliveries')
    .set({ status: 'held', next_attempt_at: null, ended_at: sql<Date>`now()` })
    .where('organization_id', '=', organizationId)
    .where('endpoint_id', '=', endpointId)
    .where('status', '=', 'pending')
    .execute()
}
