import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'
import type { ToldEvent } from '#platform/inbox/empty-events.ts'

const batch = 2000

/** The next events of the identity providers that are done or given up and have not been emptied, by their ids. */
export async function readToldEvents(tx: Tx, after: string | null): Promise<ToldEvent[]> {
  const found = await sql<ToldEvent>`
    select e.id, exists (
        select 1 from sync_states s where s.provider = e.provider and s.kind = 'user' and s.subject = e.subject and s.deleted_at is not null
      ) or exists (
        select 1 from user_identities i join users u on u.id = i.user_id
        where i.provider = e.provider and i.subject = e.subject and u.deleted_at is not null
      ) as "isOfGone"
    from (
      select id, provider, coalesce(payload #>> '{public_user_data,user_id}', payload ->> 'user_id', payload ->> 'id') as subject
      from webhook_events
      where provider in ('builtin', 'clerk') and status <> 'pending' and not payload ? 'emptied' and (${after}::uuid is null or id > ${after}::uuid)
      order by id limit ${batch}
    ) e
    order by e.id`.execute(tx)
  return found.rows
}

/**
 * Leaves of each event what it was about. Of a membership the person's name and address go; of anything else all that
 * is not needed to hear the event again, should someone replay it.
 */
export async function clearToldEvents(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`
    update webhook_events set
      error = null,
      payload = case
        when payload ? 'public_user_data' then
          payload || jsonb_build_object('emptied', true, 'public_user_data', jsonb_build_object('user_id', payload #> '{public_user_data,user_id}'))
        else jsonb_build_object('emptied', true, 'id', payload -> 'id', 'name', '', 'email', null, 'email_verified', false)
      end
    where id = any(${ids}::uuid[]) and status <> 'pending'`.execute(tx)
}
