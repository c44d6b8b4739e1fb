import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#platform/ctx.ts'

/** A person as the monitor may show one: that they are here and how they came, not who they are. */
export interface PersonHere {
  userId: string
  provider: string | null
  subject: string | null
  /** Null for those from before it was noted. */
  door: string | null
  createdAt: Date
  isGone: boolean
}

const person = sql`u.id as "userId", i.provider, i.subject, u.created_by_door as door, u.created_at as "createdAt", u.deleted_at is not null as "isGone"`

/** The person known by an id of a provider's or of ours, or by an address: each by its own index. */
export async function findPerson(tx: Tx, text: string): Promise<PersonHere | null> {
  const ours = z.uuid().safeParse(text).data ?? null
  const which = text.includes('@')
    ? sql`lower(u.email) = lower(${text}) and u.deleted_at is null`
    : sql`u.id = any(array[${ours}::uuid, (select user_id from user_identities where provider in ('clerk', 'builtin') and subject = ${text} limit 1)])`
  const found = await sql<PersonHere>`
    select ${person} from users u left join user_identities i on i.user_id = u.id where ${which} order by i.created_at limit 1`.execute(tx)
  return found.rows[0] ?? null
}

/** The person an event is about; null when there is none, or none yet. */
export async function findPersonOfEvent(tx: Tx, eventRowId: string): Promise<PersonHere | null> {
  const found = await sql<PersonHere>`
    select ${person} from webhook_events e
    join user_identities i on i.provider = e.provider
      and i.subject in (e.payload ->> 'id', e.payload #>> '{public_user_data,user_id}')
    join users u on u.id = i.user_id
    where e.id = ${eventRowId} limit 1`.execute(tx)
  return found.rows[0] ?? null
}
