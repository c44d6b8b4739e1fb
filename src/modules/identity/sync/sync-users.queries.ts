import type { Ask, BoundStatement, PreparedStatement } from '#platform/db/prepared.ts'
import { usualStatement } from '#platform/inbox/store-taken.queries.ts'
import type { UsualEffect } from '#platform/switchboard-types.ts'
import type { Door } from './user-facts.ts'

/** What stands here of somebody whom a provider knows. */
export interface Standing {
  /** Whose it is: their place among those who were asked about. */
  at: number
  /** Null: nobody is known by this subject. */
  userId: string | null
  sourceUpdatedAt: Date | null
  deletedAt: Date | null
  /** They were here and are deleted altogether. */
  isRemoved: boolean
  /** Somebody bought with this address and has never signed in. */
  hasBuyer: boolean
}

const removed = (provider: string, subject: string) => `sync_states r where r.provider = ${provider} and r.kind = 'user' and r.subject = ${subject}`
const buyer = (email: string) => `users b where lower(b.email) = ${email} and b.deleted_at is null and not exists (select 1 from user_identities o where o.user_id = b.id)`

/** Each `limit 1` keeps the planner at one look-up a person: what it would read whole to hash grows without end. */
const standings: PreparedStatement = {
  name: 'identity-standings',
  text: `
    select f.nth::int - 1 as at, known.id as "userId", known.source_updated_at as "sourceUpdatedAt", known.deleted_at as "deletedAt",
      removed.yes is not null as "isRemoved", buyer.yes is not null as "hasBuyer"
    from unnest($2::text[], $3::text[]) with ordinality as f(subject, email, nth)
    left join lateral (
      select u.id, u.source_updated_at, u.deleted_at from user_identities i join users u on u.id = i.user_id
      where i.provider = $1 and i.subject = f.subject limit 1) known on true
    left join lateral (select true as yes from ${removed('$1', 'f.subject')} limit 1) removed on true
    left join lateral (select true as yes from ${buyer('f.email')} limit 1) buyer on true`,
}

/** Looks up several people of one provider in one question. */
export async function listStandings(ask: Ask, provider: string, people: readonly { subject: string; email: string | null }[]): Promise<Standing[]> {
  return ask(standings, [provider, people.map(({ subject }) => subject), people.map(({ email }) => email?.toLowerCase() ?? null)])
}

/** One person's facts, as their rows are to show them. */
export interface WrittenUser {
  userId: string
  identityId: string
  subject: string
  name: string
  email: string | null
  imageUrl: string | null
  isEmailVerified: boolean
  sourceUpdatedAt: Date | null
}

const said = (given: string, more = '') => `jsonb_to_recordset(${given}::jsonb) as s(
  ${more} "userId" uuid, "identityId" uuid, subject text, name text, email text, "imageUrl" text, "isEmailVerified" boolean, "sourceUpdatedAt" timestamptz)`

const usersFrom = (people: string, provider: string, door: string) => `
  insert into users (id, clerk_id, email, name, image_url, email_verified_at, source_updated_at, created_by_door)
  select "userId", case when ${provider} = 'clerk' then subject end, email, name, "imageUrl", case when "isEmailVerified" then now() end, "sourceUpdatedAt", ${door} from ${people}`
const identitiesFrom = (people: string, provider: string) => `
  insert into user_identities (id, provider, subject, user_id) select "identityId", ${provider}, subject, "userId" from ${people}`

const insert: PreparedStatement = {
  name: 'identity-insert-users',
  text: `with said as materialized (select * from ${said('$1')}), made as (${usersFrom('said', '$2', '$3')}) ${identitiesFrom('said', '$2')}`,
}

/** Of the people who are said in `$6` all who never stood here and have bought nothing, by one event each. */
const makeNew = usualStatement('identity-new-users', `
  newcomers as materialized (
    select s.* from fresh f join ${said('$6', 'event uuid,')} on s.event = f.id
    left join lateral (select true as yes from user_identities i where i.provider = $7 and i.subject = s.subject limit 1) known on true
    left join lateral (select true as yes from ${removed('$7', 's.subject')} limit 1) removed on true
    left join lateral (select true as yes from ${buyer(`case when s."isEmailVerified" then lower(s.email) end`)} limit 1) buyer on true
    where known.yes is null and removed.yes is null and buyer.yes is null),
  made as (${usersFrom('newcomers', '$7', '$8')}),
  known_by as (${identitiesFrom('newcomers', '$7')}),
  taken as (select event as id from newcomers)`)

/** What makes new people with their identities, and leaves everybody else. */
export function insertNewUsers(users: readonly (WrittenUser & { event: string })[], { provider, door }: Source): UsualEffect {
  return { statement: makeNew, values: [JSON.stringify(users), provider, door] }
}

/** By whom people are known, and by which way they came. */
export interface Source {
  provider: string
  door: Door
}

/** What makes several people with their identities. */
export function insertUsers(users: readonly WrittenUser[], { provider, door }: Source): BoundStatement {
  return { statement: insert, values: [JSON.stringify(users), provider, door] }
}

const update: PreparedStatement = {
  name: 'identity-update-users',
  text: `
    update users u set clerk_id = case when $2 = 'clerk' then s.subject else u.clerk_id end, name = case when s.name = '' then u.name else s.name end, email = s.email, image_url = s."imageUrl",
      email_verified_at = case when s."isEmailVerified" then coalesce(u.email_verified_at, now()) end,
      source_updated_at = coalesce(s."sourceUpdatedAt", u.source_updated_at)
    from ${said('$1')} where u.id = s."userId"`,
}

/** What writes the new of several people who are known; a name that is not said stays. */
export function updateUsers(users: readonly WrittenUser[], { provider }: Source): BoundStatement {
  return { statement: update, values: [JSON.stringify(users), provider] }
}
