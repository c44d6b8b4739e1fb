import { sql } from 'kysely'
import type { MemberRole } from '#platform/ctx.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { escapeLike } from '../escape-like.ts'

/** Someone of the school. */
export interface Person {
  membershipId: string
  userId: string
  name: string
  /** Null for those whose role does not include addresses. */
  email: string | null
  role: MemberRole
  title: string
  joinedAt: Date
  /** Whether the identity provider keeps this membership, and decides about it. */
  isKeptElsewhere: boolean
}

/** Which people, and from where on. */
export interface PeopleWanted {
  roles: readonly MemberRole[] | null
  /** Part of a name. */
  search: string
  after: { name: string; id: string } | null
  /** Only those for whom a field holds this word. */
  field: { id: string; word: string } | null
  limit: number
}

export async function selectPeople(tx: Tx, organizationId: string, wanted: PeopleWanted): Promise<Person[]> {
  const { rows } = await sql<Person>`
    select m.id as "membershipId", m.user_id as "userId", m.display_name as name, a.email, m.role, m.title, m.created_at as "joinedAt", m.clerk_id is not null as "isKeptElsewhere"
    from organization_memberships m
    left join list_member_addresses() a on a.user_id = m.user_id
    where m.organization_id = ${organizationId} and m.deleted_at is null
      and (${wanted.roles}::text[] is null or m.role = any (${wanted.roles}::text[]))
      and (${wanted.search} = '' or m.display_name ilike ${`%${escapeLike(wanted.search)}%`} or a.email ilike ${`%${escapeLike(wanted.search)}%`})
      and (${wanted.field?.id ?? null}::uuid is null or exists (select 1 from custom_values v
        where v.organization_id = m.organization_id and v.field_id = ${wanted.field?.id ?? null}::uuid and v.membership_id = m.id and ${wanted.field?.word ?? ''}::text = any (v.words)))
      and (${wanted.after?.id ?? null}::uuid is null
        or (lower(m.display_name), m.id) > (lower(${wanted.after?.name ?? ''}::text), ${wanted.after?.id ?? null}::uuid))
    order by lower(m.display_name), m.id
    limit ${wanted.limit}`.execute(tx)
  return rows
}

export async function findPerson(tx: Tx, organizationId: string, membershipId: string): Promise<Person | null> {
  const { rows } = await sql<Person>`
    select m.id as "membershipId", m.user_id as "userId", m.display_name as name, a.email, m.role, m.title, m.created_at as "joinedAt", m.clerk_id is not null as "isKeptElsewhere"
    from organization_memberships m
    left join list_member_addresses() a on a.user_id = m.user_id
    where m.organization_id = ${organizationId} and m.id = ${membershipId}::uuid and m.deleted_at is null`.execute(tx)
  return rows[0] ?? null
}

/** How many hold each role. */
export async function countPeople(tx: Tx, organizationId: string): Promise<Partial<Record<MemberRole, number>>> {
  const found = await tx
    .selectFrom('organization_memberships')
    .select(['role', ({ fn }) => fn.countAll<number>().as('people')])
    .where('organization_id', '=', organizationId)
    .where('deleted_at', 'is', null)
    .groupBy('role')
    .execute()
  return Object.fromEntries(found.map(({ role, people }) => [role, Number(people)]))
}

/** Whether an address belongs to one of the school's people already. */
export async function isMemberAddress(tx: Tx, organizationId: string, email: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select 1 from list_member_addresses() a
      join organization_memberships m on m.user_id = a.user_id and m.organization_id = ${organizationId} and m.deleted_at is null
      where lower(a.email) = lower(${email})
    ) as found`.execute(tx)
  return rows[0]?.found ?? false
}
