import type { TestDatabase } from '../../support/test-database.ts'
import type { ClerkWorld } from './clerk-life.ts'

/** What the tables, or the record, say of what lives; sorted, so that the two can be held side by side. */
export interface StormRecord {
  users: { id: string; name: string; email: string | null }[]
  organizations: { id: string; name: string; slug: string }[]
  memberships: { id: string; organization: string; user: string; role: string; updatedAtMs: number }[]
}

const roles: Record<string, string> = { 'org:member': 'student', 'org:instructor': 'instructor', 'org:assistant': 'assistant' }

/** What must be true in the end, from the generator's own record. */
export function recordOf(world: ClerkWorld): StormRecord {
  return {
    users: [...world.users.values()].map(({ id, firstName, lastName, email }) => ({ id, name: `${firstName} ${lastName}`, email })).toSorted(byId),
    organizations: [...world.organizations.values()].map(({ id, name, slug }) => ({ id, name, slug })).toSorted(byId),
    memberships: [...world.memberships.values()]
      .map(({ id, organization, userId, role, updatedAtMs }) => ({
        id,
        organization: organization.id,
        user: userId,
        role: role === 'org:admin' ? (organization.createdBy === userId ? 'owner' : 'admin') : (roles[role] ?? role),
        updatedAtMs,
      }))
      .toSorted(byId),
  }
}

/** What the tables say: whatever lives, by what Clerk calls it; a row that Clerk's events did not make shows as an id of null. */
export async function readTables({ superuser }: TestDatabase): Promise<StormRecord> {
  const ask = async <Row extends { id: string }>(text: string) => (await superuser.query<Row>(text)).rows.toSorted(byId)
  return {
    users: await ask(`select i.subject as id, u.name, u.email from users u left join user_identities i on i.user_id = u.id where u.deleted_at is null`),
    organizations: await ask('select clerk_id as id, name, slug from organizations where deleted_at is null'),
    memberships: await ask(
      `select m.clerk_id as id, o.clerk_id as organization, i.subject as user, m.role, (extract(epoch from m.source_updated_at) * 1000)::float8 as "updatedAtMs"
       from organization_memberships m join organizations o on o.id = m.organization_id left join user_identities i on i.user_id = m.user_id
       where m.deleted_at is null`,
    ),
  }
}

function byId(one: { id: string | null }, other: { id: string | null }): number {
  return String(one.id) < String(other.id) ? -1 : 1
}
