import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'
import type { ToldEvent } from '#platform/inbox/empty-events.ts'
import { aliasPlace } from './buyer-alias.ts'

const batch = 2000

/**
 * The next events of the payment provider that are done or given up and have not been emptied, by their ids. Of
 * somebody who is gone is what tells of a checkout under an alias, or of one that is not here any more.
 */
export async function readPaymentEvents(tx: Tx, after: string | null): Promise<ToldEvent[]> {
  const found = await sql<ToldEvent>`
    with events as (
      select id, payload #>> '{data,object,object}' as object, payload #>> '{data,object,id}' as subject, payload #>> '{data,object,payment_intent}' as payment
      from webhook_events
      where provider = 'stripe' and status <> 'pending' and not payload ? 'emptied' and (${after}::uuid is null or id > ${after}::uuid)
      order by id limit ${batch}
    ),
    payments as (
      select provider_payment_id as id from orders
      where buyer_email like ${`%${aliasPlace}`} and provider_payment_id in (select unnest(array[subject, payment]) from events)
    ),
    sessions as (
      select provider_session_id as id, email like ${`%${aliasPlace}`} as is_alias from checkouts
      where provider_session_id in (select subject from events where object = 'checkout.session')
    )
    select e.id, e.subject in (select id from payments) or coalesce(e.payment in (select id from payments), false)
      or (e.object = 'checkout.session' and e.subject not in (select id from sessions where not is_alias)) as "isOfGone"
    from events e order by e.id`.execute(tx)
  return found.rows.map(({ id, isOfGone }) => ({ id, isOfGone: isOfGone ?? false }))
}

/** Leaves what is needed to hear an event again: which thing it was about. */
export async function clearPaymentEvents(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`
    update webhook_events set
      error = null,
      payload = jsonb_build_object('emptied', true, 'id', payload -> 'id', 'object', payload -> 'object', 'type', payload -> 'type', 'created', payload -> 'created',
        'data', jsonb_build_object('object', jsonb_build_object(
          'id', payload #> '{data,object,id}', 'object', payload #> '{data,object,object}', 'payment_intent', payload #> '{data,object,payment_intent}')))
    where id = any(${ids}::uuid[]) and status <> 'pending'`.execute(tx)
}
