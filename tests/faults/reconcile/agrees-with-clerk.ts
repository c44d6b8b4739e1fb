import type { ClerkWorld } from '../../support/clerk-world.ts'
import type { TestDatabase } from '../../support/test-database.ts'

const roles: Record<string, string> = { 'org:admin': 'admin', 'org:member': 'student' }

/**
 * What is here and what is at Clerk, compared line by line without a word of the program's own comparison.
 *
 * @returns the lines that only one of the two has; a school's address where the one wanted was free
 */
export async function agreesWithClerk({ emulator }: ClerkWorld, database: TestDatabase): Promise<string[]> {
  const { users, organizations, memberships } = emulator.state()
  const there = new Set([
    ...users.oldestFirst().map((user) => {
      const primary = user.emails.find(({ id }) => id === user.primaryEmailId)
      return `user ${user.id} ${[user.firstName, user.lastName].filter(Boolean).join(' ')} ${primary?.address ?? '-'} ${primary?.isVerified ?? false}`
    }),
    ...organizations.oldestFirst().map(({ id, name }) => `organization ${id} ${name}`),
    ...memberships.oldestFirst().map((one) => {
      const isMaker = organizations.get(one.organizationId)?.createdBy === one.userId && one.role === 'org:admin'
      return `membership ${one.id} ${one.organizationId} ${one.userId} ${isMaker ? 'owner' : (roles[one.role] ?? one.role)}`
    }),
  ])
  const { rows } = await database.superuser.query<{ line: string }>(`
    select concat_ws(' ', 'user', i.subject, u.name, coalesce(u.email, '-'), (u.email_verified_at is not null)::text) as line
    from users u join user_identities i on i.user_id = u.id where i.provider = 'clerk' and u.deleted_at is null
    union all select concat_ws(' ', 'organization', clerk_id, name) from organizations where clerk_id is not null and deleted_at is null
    union all select concat_ws(' ', 'membership', m.clerk_id, o.clerk_id, i.subject, m.role) from organization_memberships m
    join organizations o on o.id = m.organization_id join user_identities i on i.user_id = m.user_id and i.provider = 'clerk'
    where m.clerk_id is not null and m.deleted_at is null`)
  const here = new Set(rows.map(({ line }) => line))
  return [...[...there].filter((line) => !here.has(line)).map((line) => `there: ${line}`), ...[...here].filter((line) => !there.has(line)).map((line) => `here: ${line}`)]
}
