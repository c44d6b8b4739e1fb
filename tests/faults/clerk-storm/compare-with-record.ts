import type pg from 'pg'
import type { ClerkWorld, Gone } from './clerk-life.ts'

/** What the tables, or the record, say; sorted, so that the two can be held side by side. */
export interface StormRecord {
  users: { id: string; clerkId: string; name: string; email: string | null; isEmailVerified: boolean; imageUrl: string | null; door: string; updatedAtMs: number }[]
  organizations: { id: string; name: string; slug: string; maker: string | null; updatedAtMs: number }[]
  memberships: { id: string; organization: string; user: string; role: string; updatedAtMs: number }[]
  /** What is gone, and since when. */
  tombstones: { kind: string; id: string; atMs: number }[]
}

const roles: Record<string, string> = { 'org:member': 'student', 'org:instructor': 'instructor', 'org:assistant': 'assistant' }

/** What must be true in the end, from the generator's own record. */
export function recordOf(world: ClerkWorld): StormRecord {
  return {
    users: [...world.users.values()]
      .map(({ id, firstName, lastName, email, updatedAtMs }) => ({ id, clerkId: id, name: `${firstName} ${lastName}`, email, isEmailVerified: email !== null, imageUrl: null, door: 'webhook', updatedAtMs }))
      .toSorted(byId),
    organizations: [...world.organizations.values()].map(({ id, name, slug, createdBy, updatedAtMs }) => ({ id, name, slug, maker: createdBy, updatedAtMs })).toSorted(byId),
    memberships: [...world.memberships.values()]
      .map(({ id, organization, userId, role, updatedAtMs }) => ({
        id,
        organization: organization.id,
        user: userId,
        role: role === 'org:admin' ? (organization.createdBy === userId ? 'owner' : 'admin') : (roles[role] ?? role),
        updatedAtMs,
      }))
      .toSorted(byId),
    tombstones: [...buried('user', world.gone.users), ...buried('organization', world.gone.organizations), ...buried('membership', world.gone.memberships)].toSorted(byId),
  }
}

function buried(kind: string, gone: readonly Gone[]): StormRecord['tombstones'] {
  return gone.map(({ id, atMs }) => ({ kind, id, atMs }))
}

const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`

/** What the tables say: whatever lives, by what Clerk calls it; a row that Clerk's events did not make shows as an id of null. */
export async function readTables({ superuser }: { superuser: pg.Pool }): Promise<StormRecord> {
  const ask = async <Row extends { id: string }>(text: string) => (await superuser.query<Row>(text)).rows.toSorted(byId)
  return {
    users: await ask(
      `select i.subject as id, u.clerk_id as "clerkId", u.name, u.email, u.email_verified_at is not null as "isEmailVerified", u.image_url as "imageUrl", u.created_by_door as door,
         ${ms('u.source_updated_at')} as "updatedAtMs"
       from users u left join user_identities i on i.user_id = u.id and i.provider = 'clerk' where u.deleted_at is null`,
    ),
    organizations: await ask(
      `select o.clerk_id as id, o.name, o.slug, s.about as maker, ${ms('s.source_updated_at')} as "updatedAtMs"
       from organizations o left join sync_states s on s.kind = 'organization' and s.subject = o.clerk_id where o.deleted_at is null`,
    ),
    memberships: await ask(
      `select m.clerk_id as id, o.clerk_id as organization, i.subject as user, m.role, ${ms('m.source_updated_at')} as "updatedAtMs"
       from organization_memberships m join organizations o on o.id = m.organization_id left join user_identities i on i.user_id = m.user_id
       where m.deleted_at is null`,
    ),
    tombstones: await ask(
      `select kind, subject as id, ${ms('deleted_at')} as "atMs" from sync_states where deleted_at is not null
       union select 'user', i.subject, ${ms('u.deleted_at')} from users u join user_identities i on i.user_id = u.id where u.deleted_at is not null`,
    ),
  }
}

/** The rows in which two records differ, a few of each kind; empty when they are equal. */
export function differences(found: StormRecord, wanted: StormRecord, most = 10): string[] {
  return (Object.keys(wanted) as (keyof StormRecord)[]).flatMap((kind) => {
    const [here, there] = [found[kind], wanted[kind]].map((rows) => new Set<string>(rows.map((row) => JSON.stringify(sorted(row)))))
    const onlyHere = [...(here ?? [])].filter((row) => !there?.has(row)).map((row) => `${kind}, only in the tables: ${row}`)
    const onlyThere = [...(there ?? [])].filter((row) => !here?.has(row)).map((row) => `${kind}, only in the record: ${row}`)
    const twice = found[kind].length - (here?.size ?? 0)
    return [...onlyHere.slice(0, most), ...onlyThere.slice(0, most), ...(twice > 0 ? [`${kind}, twice in the tables: ${twice}`] : [])]
  })
}

function sorted(row: object): object {
  return Object.fromEntries(Object.entries(row).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

function byId(one: { id: string | null }, other: { id: string | null }): number {
  return String(one.id) < String(other.id) ? -1 : 1
}
