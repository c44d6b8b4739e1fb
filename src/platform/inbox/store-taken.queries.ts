import type { BoundStatement, PreparedStatement } from '#platform/db/prepared.ts'
import type { InboxEvent } from '#platform/switchboard-types.ts'
import { processInboxEvent } from './inbox-jobs.ts'
import { storableJson } from './storable-json.ts'

/** An event whose effect is in this transaction. */
export type TakenEvent = InboxEvent & { bodySha256: string }

const store: PreparedStatement = {
  name: 'inbox-store-taken',
  text: `
    with woken as (
      select jobs.enqueue('${processInboxEvent}', json_build_object('id', id), id::text, now())
      from unnest($1::text[]) brought(name), lateral (select id from webhook_events where waiting_on = brought.name order by id limit 10000) waits),
    stored as (
      insert into webhook_events (id, provider, event_id, event_type, payload, body_sha256, occurred_at, status, handled_by, attempts, last_attempt_at, processed_at)
      select id, provider, event_id, event_type, payload, body_sha256, occurred_at, 'completed', 'fast', 1, clock_timestamp(), clock_timestamp()
      from jsonb_to_recordset($2::jsonb)
        as e(id uuid, provider text, event_id text, event_type text, payload jsonb, body_sha256 text, occurred_at timestamptz))
    select count(*) from woken`,
}

/**
 * What writes down events as done, in the transaction of their effect, and wakes what waited for what they brought. All of
 * them are new: one that somebody else stored meanwhile makes the transaction fail, and its effect with it.
 *
 * @param brought dependencies whose locks this transaction holds
 */
export function storeTaken(events: readonly TakenEvent[], brought: readonly string[]): BoundStatement {
  return { statement: store, values: [brought, rowsOf(events)] }
}

/** Made by hand, because the payload is stored as its own text. */
function rowsOf(events: readonly TakenEvent[]): string {
  const rows = events.map(({ id, provider, eventId, type, bodySha256, occurredAt, payload }) => {
    const known = JSON.stringify({ id, provider, event_id: eventId, event_type: type, body_sha256: bodySha256, occurred_at: occurredAt })
    return `${known.slice(0, -1)},"payload":${storableJson(payload)}}`
  })
  return `[${rows.join(',')}]`
}
