import type { BoundStatement, PreparedStatement } from '#platform/db/prepared.ts'
import type { InboxEvent, UsualEffect } from '#platform/switchboard-types.ts'
import { processInboxEvent } from './inbox-jobs.ts'
import { storableJson } from './storable-json.ts'

/** An event whose effect is in this transaction. */
export type TakenEvent = InboxEvent & { bodySha256: string }

/** `$1` are the names that were brought, `$2` the events. */
const woken = `woken as (
  select jobs.enqueue('${processInboxEvent}', json_build_object('id', id), id::text, now())
  from unnest($1::text[]) brought(name), lateral (select id from webhook_events where waiting_on = brought.name order by id limit 10000) waits)`
const stored = (which: string) => `stored as (
  insert into webhook_events (id, provider, event_id, event_type, payload, body_sha256, occurred_at, status, handled_by, attempts, last_attempt_at, processed_at)
  select id, provider, event_id, event_type, payload, body_sha256, occurred_at, 'completed', 'fast', 1, clock_timestamp(), clock_timestamp()
  from jsonb_to_recordset($2::jsonb)
    as e(id uuid, provider text, event_id text, event_type text, payload jsonb, body_sha256 text, occurred_at timestamptz)${which})`

const store: PreparedStatement = { name: 'inbox-store-taken', text: `with ${woken}, ${stored('')} select count(*) from woken` }

/**
 * What writes down events as done, in the transaction of their effect, and wakes what waited for what they brought. All of
 * them are new: one that somebody else stored meanwhile makes the transaction fail, and its effect with it.
 *
 * @param brought dependencies whose locks this transaction holds
 */
export function storeTaken(events: readonly TakenEvent[], brought: readonly string[]): BoundStatement {
  return { statement: store, values: [brought, rowsOf(events)] }
}

/**
 * The one statement of a usual effect: it asks which events came before, does the effect of the others and writes them
 * down as done. What the effect leaves stays unwritten.
 *
 * @param name of the effect, one for each text
 * @param effect common table expressions: they read `fresh (id)`, the events that are new, take what they are bound to
 * from `$6` on, and define `taken (id)`, the events whose effect they have
 */
export function usualStatement(name: string, effect: string): PreparedStatement {
  return {
    name: `inbox-usual ${name}`,
    text: `
      with wanted as materialized (
        select w.id, w.event_id, e.id as known_id, e.status, e.body_sha256
        from unnest($4::uuid[], $5::text[]) as w(id, event_id)
        left join lateral (select * from webhook_events e where e.provider = $3 and e.event_id = w.event_id limit 1) e on true),
      fresh as (select id from wanted where known_id is null),
      ${effect},
      ${woken},
      ${stored(' where id in (select id from taken)')}
      select w.event_id as "eventId", w.known_id as id, w.status, w.body_sha256 as "bodySha256", t.id is not null as "isTaken", (select count(*) from woken) as woken
      from wanted w left join taken t on t.id = w.id`,
  }
}

/** What the statement of a usual effect says of an event. */
export interface UsuallyTaken {
  eventId: string
  /** Null: it did not come before. */
  id: string | null
  status: string
  bodySha256: string
  isTaken: boolean
}

/** Binds the statement of a usual effect to its events, all of one provider. */
export function bindUsual({ statement, values }: UsualEffect, events: readonly TakenEvent[], brought: readonly string[]): BoundStatement {
  return { statement, values: [brought, rowsOf(events), events[0]?.provider, events.map(({ id }) => id), events.map(({ eventId }) => eventId), ...values] }
}

/** Made by hand, because the payload is stored as its own text. */
function rowsOf(events: readonly TakenEvent[]): string {
  const rows = events.map(({ id, provider, eventId, type, bodySha256, occurredAt, payload }) => {
    const known = JSON.stringify({ id, provider, event_id: eventId, event_type: type, body_sha256: bodySha256, occurred_at: occurredAt })
    return `${known.slice(0, -1)},"payload":${storableJson(payload)}}`
  })
  return `[${rows.join(',')}]`
}
