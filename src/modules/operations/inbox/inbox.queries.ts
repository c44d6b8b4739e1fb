import { sql } from 'kysely'
import type { Tx } from '#platform/ctx.ts'
import type { TimeCursor } from '../time-cursor.ts'
import { reachMax, type InboxFilter } from './inbox-filter.schema.ts'
import { fits, reach } from './reach.queries.ts'

/** An event in the list. */
export interface InboxLine {
  id: string
  provider: string
  eventId: string
  type: string
  status: string
  attempts: number
  deliveries: number
  waitingOn: string | null
  handledBy: string | null
  occurredAt: Date
  createdAt: Date
  nextAttemptAt: Date | null
  processedAt: Date | null
}

/** An event with all that is stored of it. */
export interface InboxEventRow extends InboxLine {
  error: string | null
  lastAttemptAt: Date | null
  payload: unknown
}

/** How many failed or wait for the same reason. */
export interface ErrorKind {
  kind: string
  status: string
  providers: string[]
  types: string[]
  count: number
  lastAt: Date
}

const line = sql`id, provider, event_id as "eventId", event_type as "type", status, attempts, deliveries, waiting_on as "waitingOn", handled_by as "handledBy",
  occurred_at as "occurredAt", created_at as "createdAt", next_attempt_at as "nextAttemptAt", processed_at as "processedAt"`

export async function selectEvents(tx: Tx, filter: InboxFilter, before: TimeCursor | null, limit: number): Promise<(InboxLine & { atMicros: number })[]> {
  const { from, where } = await reach(tx, filter, before)
  const found = await sql<InboxLine & { atMicros: number }>`
    select ${line}, (extract(epoch from created_at) * 1000000)::bigint as "atMicros" from ${from} where ${where} order by created_at desc, id desc limit ${limit}`.execute(tx)
  return found.rows
}

/** How many fit, each state for itself; counted no further than `limit`, and no further back than is looked. */
export async function countEvents(tx: Tx, filter: InboxFilter, limit: number): Promise<{ failed: number; waiting: number; pending: number; completed: number }> {
  const { from, where } = await reach(tx, filter, null)
  const found = await sql<{ failed: number; waiting: number; pending: number; completed: number }>`
    select count(*) filter (where status = 'failed') as failed,
      count(*) filter (where status = 'pending' and waiting_on is not null) as waiting,
      count(*) filter (where status = 'pending' and waiting_on is null) as pending,
      count(*) filter (where status = 'completed') as completed
    from (select status, waiting_on from ${from} where ${where} limit ${limit}) fitting`.execute(tx)
  return found.rows[0] ?? { failed: 0, waiting: 0, pending: 0, completed: 0 }
}

/** The events that fit and are not done, oldest first. */
export async function selectReplayable(tx: Tx, filter: InboxFilter, limit: number): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select id from webhook_events where status <> 'completed' and ${await fits(tx, filter)} order by created_at, id limit ${limit}`.execute(tx)
  return found.rows.map(({ id }) => id)
}

/** How many of the events that fit are not done, counted no further than `limit`: what a replay of all would take. */
export async function countReplayable(tx: Tx, filter: InboxFilter, limit: number): Promise<{ failed: number; pending: number }> {
  const found = await sql<{ failed: number; pending: number }>`
    select count(*) filter (where status = 'failed') as failed, count(*) filter (where status = 'pending') as pending
    from (select status from webhook_events where status <> 'completed' and ${await fits(tx, filter)} limit ${limit}) fitting`.execute(tx)
  return found.rows[0] ?? { failed: 0, pending: 0 }
}

/** What is open among these events: the others are done, or gone. */
export async function countOpen(tx: Tx, ids: readonly string[]): Promise<{ failed: number; pending: number; completed: number }> {
  const found = await sql<{ failed: number; pending: number; completed: number }>`
    select count(*) filter (where status = 'failed') as failed, count(*) filter (where status = 'pending') as pending,
      count(*) filter (where status = 'completed') as completed
    from webhook_events where id = any(${ids}::uuid[])`.execute(tx)
  return found.rows[0] ?? { failed: 0, pending: 0, completed: 0 }
}

/**
 * What failed or waits, by kind: the class of the fault, or what is waited for without its id. Never the fault's own
 * words, which may name a person. Asks the latest of them, where there are very many.
 */
export async function groupErrors(tx: Tx, limit: number): Promise<ErrorKind[]> {
  const latest = (status: string) => sql`(select * from webhook_events where status = ${status} order by created_at desc limit ${reachMax})`
  const found = await sql<ErrorKind>`
    select kind, status, array_agg(distinct provider) as providers, array_agg(distinct type) as types, count(*) as count, max(at) as "lastAt" from (
      select case
          when waiting_on is not null then 'Waits for ' || regexp_replace(waiting_on, '\\s\\S+$', '')
          when error ~ '^[A-Za-z]+:' then split_part(error, ':', 1) else 'No reason given' end as kind,
        status, provider, event_type as type, coalesce(last_attempt_at, created_at) as at
      from (${latest('failed')} union all ${latest('pending')}) latest where error is not null or waiting_on is not null) open
    group by kind, status order by count(*) desc, max(at) desc limit ${limit}`.execute(tx)
  return found.rows
}

export async function findEventRow(tx: Tx, id: string): Promise<InboxEventRow | null> {
  const found = await sql<InboxEventRow>`
    select ${line}, error, last_attempt_at as "lastAttemptAt", payload from webhook_events where id = ${id}`.execute(tx)
  return found.rows[0] ?? null
}

/** The providers and types there are among the latest events, for the filter's choices. */
export async function listProviders(tx: Tx): Promise<string[]> {
  const found = await sql<{ provider: string }>`
    select distinct provider from (select provider from webhook_events order by created_at desc limit 5000) latest order by provider`.execute(tx)
  return found.rows.map(({ provider }) => provider)
}
