import { sql } from 'kysely'
import { enqueueJob, withdrawJob } from '#platform/jobs/enqueue-job.queries.ts'
import type { Tx } from '#platform/db/transaction.ts'
import type { InboxEvent } from '#platform/switchboard-types.ts'
import { processInboxEvent } from './inbox-jobs.ts'

const eventColumns = ['id', 'provider', 'event_id as eventId', 'event_type as type', 'payload', 'occurred_at as occurredAt', 'attempts'] as const

/** A stored event that is still to be run; null when it is done, given up, or gone. */
export async function findPendingEvent(tx: Tx, id: string): Promise<InboxEvent | null> {
  const found = await tx.selectFrom('webhook_events').select(eventColumns).where('id', '=', id).where('status', '=', 'pending').executeTakeFirst()
  return found ?? null
}

/** The events about one person that are still to be run, oldest first. */
export async function listPendingAbout(tx: Tx, provider: string, subject: string): Promise<InboxEvent[]> {
  return tx
    .selectFrom('webhook_events')
    .select(eventColumns)
    .where('provider', '=', provider)
    .where('status', '=', 'pending')
    .where(sql<string>`payload ->> 'id'`, '=', subject)
    .orderBy('occurred_at')
    .execute()
}

/**
 * Takes a pending event for this transaction alone.
 *
 * @returns the server process behind the transaction, which a pooler may hide from the connection; null when somebody
 * else has the event, or it is done
 */
export async function lockPendingEvent(tx: Tx, id: string): Promise<number | null> {
  const locked = await tx
    .selectFrom('webhook_events')
    .select(sql<number>`pg_backend_pid()`.as('pid'))
    .where('id', '=', id)
    .where('status', '=', 'pending')
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return locked?.pid ?? null
}

/** Marks an event as done, in the transaction of its effect. Its job, which waits for the fast path to be late, goes with it. */
export async function completeEvent(tx: Tx, id: string, by: 'fast' | 'queue'): Promise<void> {
  await tx
    .updateTable('webhook_events')
    .set((row) => ({
      status: 'completed',
      handled_by: by,
      attempts: row('attempts', '+', 1),
      last_attempt_at: sql<Date>`clock_timestamp()`,
      processed_at: sql<Date>`clock_timestamp()`,
      next_attempt_at: null,
      waiting_on: null,
      error: null,
    }))
    .where('id', '=', id)
    .execute()
  if (by === 'fast') await withdrawJob(tx, id)
}

/** How long ago a pending event came, in seconds, with its row locked for what is written next; null when it is no longer pending. */
export async function lockForNote(tx: Tx, id: string): Promise<{ attempts: number; waitedSeconds: number } | null> {
  const found = await tx
    .selectFrom('webhook_events')
    .select(['attempts', sql<number>`extract(epoch from clock_timestamp() - created_at)::float8`.as('waitedSeconds')])
    .where('id', '=', id)
    .where('status', '=', 'pending')
    .forUpdate()
    .executeTakeFirst()
  return found ?? null
}

/** What came of a try that did not succeed. */
export interface TryNote {
  attempts: number
  error: string
  waitingOn: string | null
  /** Null: it is given up, and a person has to look. */
  againInSeconds: number | null
}

/** Writes down a try that did not succeed and, where there is a next one, its job. */
export async function noteTry(tx: Tx, id: string, note: TryNote): Promise<void> {
  const isOver = note.againInSeconds === null
  await tx
    .updateTable('webhook_events')
    .set({
      status: isOver ? 'failed' : 'pending',
      attempts: note.attempts,
      error: note.error,
      waiting_on: isOver ? null : note.waitingOn,
      last_attempt_at: sql<Date>`clock_timestamp()`,
      next_attempt_at: isOver ? null : sql<Date>`clock_timestamp() + make_interval(secs => ${note.againInSeconds})`,
    })
    .where('id', '=', id)
    .execute()
  if (note.againInSeconds !== null) await enqueueJob(tx, processInboxEvent, { id }, { key: id, delaySeconds: note.againInSeconds })
}

/** Lets an event that is not done be tried from the beginning. False: there is none, or it is done. */
export async function reopenEvent(tx: Tx, id: string): Promise<boolean> {
  const reopened = await tx
    .updateTable('webhook_events')
    .set({ status: 'pending', attempts: 0, error: null, waiting_on: null, next_attempt_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', id)
    .where('status', '<>', 'completed')
    .returning('id')
    .executeTakeFirst()
  if (reopened) await enqueueJob(tx, processInboxEvent, { id }, { key: id })
  return reopened !== undefined
}

/**
 * Lets events that are not done be tried from the beginning, each with its job. Rows that somebody is at are passed
 * over, so a replay waits for nobody and two replays share the work.
 *
 * @returns how many were opened
 */
export async function reopenEvents(tx: Tx, ids: readonly string[]): Promise<number> {
  const reopened = await sql`
    with free as (
      select id from webhook_events where id = any(${ids}::uuid[]) and status <> 'completed' order by id for update skip locked),
    reopened as (
      update webhook_events e set status = 'pending', attempts = 0, error = null, waiting_on = null, next_attempt_at = clock_timestamp()
      from free where e.id = free.id returning e.id)
    select jobs.enqueue(${processInboxEvent}, json_build_object('id', id), id::text, now()) from reopened`.execute(tx)
  return reopened.rows.length
}
