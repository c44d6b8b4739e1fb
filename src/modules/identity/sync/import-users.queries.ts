import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'

/** Takes the locks of many people at once, in the order in which `lockPeople` takes those of one. */
export async function lockManyPeople(tx: Tx, keys: readonly string[]): Promise<void> {
  const inOrder = [...new Set(keys)].sort()
  await sql`
    select count(pg_advisory_xact_lock(hashtextextended(k, 0))) from (
      select k from unnest(${inOrder}::text[]) with ordinality as u(k, n) order by n) o`.execute(tx)
}

/** Which of these addresses are a buyer's, in small letters. */
export async function listBuyerAddresses(tx: Tx, addresses: readonly string[]): Promise<Set<string>> {
  const found = await sql<{ email: string }>`
    select distinct lower(u.email) as email from users u
    where lower(u.email) = any(${[...addresses]}) and u.deleted_at is null
      and not exists (select 1 from user_identities i where i.user_id = u.id)`.execute(tx)
  return new Set(found.rows.map(({ email }) => email))
}

/** A user who was never here. */
export interface NewUser {
  id: string
  subject: string
  name: string
  email: string | null
  imageUrl: string | null
  isEmailVerified: boolean
  sourceUpdatedAt: Date
}

export async function insertManyUsers(tx: Tx, provider: string, door: string, users: readonly NewUser[]): Promise<void> {
  // One text for all of them: five hundred rows of single values would take longer to bind than to write.
  const given = JSON.stringify(users)
  const rows = sql`jsonb_to_recordset(${given}::jsonb)
    as n(id uuid, subject text, name text, email text, "imageUrl" text, "isEmailVerified" boolean, "sourceUpdatedAt" timestamptz)`
  await sql`
    insert into users (id, email, name, image_url, email_verified_at, source_updated_at, created_by_door)
    select id, email, name, "imageUrl", case when "isEmailVerified" then now() end, "sourceUpdatedAt", ${door} from ${rows}`.execute(tx)
  await sql`insert into user_identities (id, provider, subject, user_id) select id, ${provider}, subject, id from ${rows}`.execute(tx)
}
