import { sql } from 'kysely'
import type { Tx } from '#platform/ctx.ts'
import { enqueueTry } from '../deliveries/deliveries.queries.ts'
import type { WebhookOutcome } from '../ports.ts'

/** A delivery that is to be tried, with where it goes. */
export interface DueDelivery {
  endpointId: string
  url: string
  state: string
  secretSealed: string
  /** Set while it still signs too. */
  previousSecretSealed: string | null
  type: string
  payload: unknown
  occurredAt: Date
  attempts: number
}

/** Endpoints that are told a fact, or for which it is held. They stay as they are until the caller's transaction ends. */
export async function selectListeners(tx: Tx, organizationId: string, fact: string): Promise<{ id: string; state: 'on' | 'failing' }[]> {
  const found = await sql<{ id: string; state: 'on' | 'failing' }>`
    select id, state from webhook_endpoints
    where organization_id = ${organizationId} and state in ('on', 'failing') and ${fact} = any (facts) order by id for share`.execute(tx)
  return found.rows
}

/** A delivery that is still pending; null when it got through, was given up or is held. */
export async function findDueDelivery(tx: Tx, organizationId: string, deliveryId: string): Promise<DueDelivery | null> {
  const found = await sql<DueDelivery>`
    select d.endpoint_id as "endpointId", e.url, e.state, e.secret_sealed as "secretSealed", d.type, d.payload, d.occurred_at as "occurredAt", d.attempts,
      case when e.previous_secret_until > now() then e.previous_secret_sealed end as "previousSecretSealed"
    from webhook_deliveries d join webhook_endpoints e on e.organization_id = d.organization_id and e.id = d.endpoint_id
    where d.organization_id = ${organizationId} and d.id = ${deliveryId} and d.status = 'pending'`.execute(tx)
  return found.rows[0] ?? null
}

/** What is written of a try. */
export interface TriedDelivery {
  organizationId: string
  deliveryId: string
  tryId: string
  outcome: WebhookOutcome
  durationMs: number
}

export async function insertTry(tx: Tx, { organizationId, deliveryId, tryId, outcome, durationMs }: TriedDelivery): Promise<void> {
  await tx
    .insertInto('webhook_tries')
    .values({
      organization_id: organizationId, id: tryId, delivery_id: deliveryId, outcome: outcome.kind, duration_ms: durationMs,
      answer_status: outcome.kind === 'answered' ? outcome.status : null,
      answer_start: outcome.kind === 'answered' ? outcome.answerStart : '',
      reason: outcome.kind === 'unreachable' ? outcome.reason : null,
    })
    .execute()
}

/**
 * Takes the delivery to write down what came of a try.
 *
 * @param attempts how many tries there were when it was read: another number means that somebody else has written, or
 * that it was sent again meanwhile
 */
export async function lockTriedDelivery(tx: Tx, organizationId: string, deliveryId: string, attempts: number): Promise<boolean> {
  const found = await sql`
    select 1 from webhook_deliveries where organization_id = ${organizationId} and id = ${deliveryId} and status = 'pending' and attempts = ${attempts} for update`.execute(tx)
  return found.rows.length > 0
}

/** Writes that a delivery is over. */
export async function endDelivery(tx: Tx, organizationId: string, deliveryId: string, status: 'delivered' | 'failed'): Promise<void> {
  await sql`
    update webhook_deliveries set status = ${status}, attempts = attempts + 1, next_attempt_at = null, ended_at = now()
    where organization_id = ${organizationId} and id = ${deliveryId}`.execute(tx)
}

/** Writes that a delivery is tried again, with its job. */
export async function putDeliveryOff(tx: Tx, organizationId: string, deliveryId: string, inSeconds: number): Promise<void> {
  await sql`
    update webhook_deliveries set attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => ${inSeconds})
    where organization_id = ${organizationId} and id = ${deliveryId}`.execute(tx)
  await enqueueTry(tx, { organizationId, deliveryId, delaySeconds: inSeconds })
}

/** The endpoint answered well. */
export async function noteWell(tx: Tx, organizationId: string, endpointId: string): Promise<void> {
  await sql`
    update webhook_endpoints set failing_since = null
    where organization_id = ${organizationId} and id = ${endpointId} and failing_since is not null`.execute(tx)
}

/** The endpoint failed. @returns whether it has failed without a break for longer than so many days */
export async function noteFailing(tx: Tx, organizationId: string, endpointId: string, daysMax: number): Promise<boolean> {
  const found = await sql<{ isTooLong: boolean }>`
    update webhook_endpoints set failing_since = coalesce(failing_since, now())
    where organization_id = ${organizationId} and id = ${endpointId}
    returning failing_since < now() - make_interval(days => ${daysMax}) as "isTooLong"`.execute(tx)
  return found.rows[0]?.isTooLong ?? false
}

/** Switches an endpoint off that was on. @returns whether it was */
export async function switchOff(tx: Tx, organizationId: string, endpointId: string, state: 'gone' | 'failing'): Promise<boolean> {
  const done = await sql`
    update webhook_endpoints set state = ${state} where organization_id = ${organizationId} and id = ${endpointId} and state = 'on'`.execute(tx)
  return done.numAffectedRows === 1n
}

/** Puts back tries whose job got lost. A job that is only late is asked for under its own key, which makes no second one. */
export async function sweepLostTries(tx: Tx, limit: number): Promise<number> {
  const found = await sql<{ organizationId: string; deliveryId: string }>`
    select organization_id as "organizationId", id as "deliveryId" from webhook_deliveries
    where status = 'pending' and next_attempt_at < now() - interval '2 minutes' order by next_attempt_at limit ${limit}`.execute(tx)
  for (const lost of found.rows) await enqueueTry(tx, lost)
  return found.rows.length
}

/** Forgets deliveries that are over and older than so many days, with their tries. @returns how many */
export async function deleteOldDeliveries(tx: Tx, days: number, limit: number): Promise<number> {
  const done = await sql`
    delete from webhook_deliveries where (organization_id, id) in (
      select organization_id, id from webhook_deliveries where status <> 'pending' and created_at < now() - make_interval(days => ${days}) limit ${limit})`.execute(tx)
  return Number(done.numAffectedRows ?? 0n)
}
