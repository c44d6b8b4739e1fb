import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '#platform/ctx.ts'
import type { TimeCursor } from '../time-cursor.ts'
import { reachMax, type InboxFilter } from './inbox-filter.schema.ts'

const providers = ['builtin', 'clerk', 'stripe', 'stripe-connect', 'zoom', 'calendly', 'resend']

/** Where to look for the events that fit, and what holds for them there. */
export interface Reach {
  from: RawBuilder<unknown>
  where: RawBuilder<unknown>
}

/** Where the events that fit are looked for: everywhere if an index leads to them, else among the latest. */
export async function reach(tx: Tx, filter: InboxFilter, before: TimeCursor | null): Promise<Reach> {
  const older = before ? [sql`(created_at, id) < ('epoch'::timestamptz + ${before.atMicros}::float8 * interval '1 microsecond', ${before.id}::uuid)`] : []
  if (!isLookedFor(filter)) return { from: sql`webhook_events`, where: all([...indexed(filter), ...older]) }
  if (await isEventId(tx, filter.text)) return { from: sql`webhook_events`, where: all([named(filter.text), ...indexed(filter), ...older, ...narrowed(filter)]) }

  const latest = sql`select * from webhook_events where ${all([...indexed(filter), ...older])} order by created_at desc, id desc limit ${reachMax}`
  return { from: sql`(${latest}) latest`, where: all([...narrowed(filter), ...mentioned(filter)]) }
}

/** How far back a look for these goes; null when it goes through everything. */
export async function findReachEnd(tx: Tx, filter: InboxFilter): Promise<Date | null> {
  if (!isLookedFor(filter) || (await isEventId(tx, filter.text))) return null

  const found = await sql<{ at: Date }>`
    select created_at as at from webhook_events where ${all(indexed(filter))} order by created_at desc, id desc offset ${reachMax - 1} limit 1`.execute(tx)
  return found.rows[0]?.at ?? null
}

/** What holds for the events that fit, however far back they are. */
export async function fits(tx: Tx, filter: InboxFilter): Promise<RawBuilder<unknown>> {
  const meant = (await isEventId(tx, filter.text)) ? [named(filter.text)] : mentioned(filter)
  return all([...indexed(filter), ...narrowed(filter), ...meant])
}

function isLookedFor({ provider, type, text }: InboxFilter): boolean {
  return provider !== '' || type !== '' || text !== ''
}

/** An event's own id needs no look: it is known, or it is none. */
async function isEventId(tx: Tx, text: string): Promise<boolean> {
  if (text === '') return false
  const found = await sql`select 1 from webhook_events where ${named(text)} limit 1`.execute(tx)
  return found.rows.length > 0
}

function named(eventId: string): RawBuilder<unknown> {
  return sql`provider = any(${providers}) and event_id = ${eventId}`
}

function indexed({ status, since, until }: InboxFilter): RawBuilder<unknown>[] {
  return [
    ...(status === 'waiting' ? [sql`status = 'pending' and waiting_on is not null`] : status ? [sql`status = ${status}`] : []),
    ...(since ? [sql`created_at >= ${since}`] : []),
    ...(until ? [sql`created_at <= ${until}`] : []),
  ]
}

function narrowed({ provider, type }: InboxFilter): RawBuilder<unknown>[] {
  return [...(provider ? [sql`provider = ${provider}`] : []), ...(type ? [sql`strpos(event_type, ${type}) > 0`] : [])]
}

/**
 * An address is looked for anywhere inside, any other text where ids stand (people and organizations as Clerk and the
 * built-in accounts write them, what Stripe's events are about): a whole payload is read only for an address.
 */
function mentioned({ text }: InboxFilter): RawBuilder<unknown>[] {
  if (text === '') return []
  if (text.includes('@')) return [sql`strpos(lower(payload::text), lower(${text})) > 0`]

  return [
    sql`(strpos(event_id, ${text}) > 0 or payload ->> 'id' = ${text} or payload #>> '{public_user_data,user_id}' = ${text}
      or payload #>> '{organization,id}' = ${text} or payload #>> '{data,object,id}' = ${text} or strpos(coalesce(waiting_on, ''), ${text}) > 0)`,
  ]
}

function all(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql.join([sql`true`, ...conditions], sql` and `)
}
