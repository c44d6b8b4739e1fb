import type { MemberRole, TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { isId } from '../is-id.ts'
import { requirePermission } from '../permissions.ts'
import { countPeople, findPerson, selectPeople, type Person } from './people.queries.ts'

const pageSize = 50

/** Which part of the school's people. */
export type PeopleGroup = 'all' | 'team' | 'students'

const groups: Record<PeopleGroup, readonly MemberRole[] | null> = {
  all: null,
  team: ['owner', 'admin', 'instructor', 'assistant'],
  students: ['student', 'guardian'],
}

/** One page of people. */
export interface PeoplePage {
  people: Person[]
  counts: Record<PeopleGroup, number>
  /** For the next page; null on the last. */
  nextCursor: string | null
}

/**
 * The people of the school by name, fifty a page.
 *
 * @param input `search` is part of a name or, for who may see them, of an address; `field` asks for a word that a field of the school's own holds; `cursor` is from the page before
 * @throws NotAllowed, NotFound
 */
export async function listPeople(ctx: TenantCtx, input: { group?: PeopleGroup; search?: string; field?: { id: string; word: string } | null; cursor?: string | null } = {}): Promise<PeoplePage> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'people.read')
    const found = await selectPeople(tx, ctx.organizationId, {
      roles: groups[input.group ?? 'all'],
      search: (input.search ?? '').trim().slice(0, 100),
      after: readCursor(input.cursor),
      field: input.field && isId(input.field.id) ? input.field : null,
      limit: pageSize + 1,
    })
    const byRole = await countPeople(tx, ctx.organizationId)
    const people = found.slice(0, pageSize)
    const last = people.at(-1)
    return {
      people,
      counts: { all: sum(byRole, null), team: sum(byRole, groups.team), students: sum(byRole, groups.students) },
      nextCursor: found.length > pageSize && last ? writeCursor(last) : null,
    }
  })
}

/**
 * One of the school's people.
 *
 * @throws NotAllowed; NotFound also for a membership of another school
 */
export async function readPerson(ctx: TenantCtx, membershipId: string): Promise<Person> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'people.read')
    const found = isId(membershipId) ? await findPerson(tx, ctx.organizationId, membershipId) : null
    if (!found) throw new NotFound('there is no such membership in this school')
    return found
  })
}

function sum(byRole: Partial<Record<MemberRole, number>>, roles: readonly MemberRole[] | null): number {
  return Object.entries(byRole).reduce((total, [role, people]) => (roles === null || roles.includes(role as MemberRole) ? total + people : total), 0)
}

function writeCursor({ name, membershipId }: Person): string {
  return Buffer.from(JSON.stringify([name, membershipId])).toString('base64url')
}

/** A cursor that cannot be read begins anew: it is an address that somebody may have shortened. */
function readCursor(cursor: string | null | undefined): { name: string; id: string } | null {
  if (!cursor) return null
  try {
    const [name, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
    return typeof name === 'string' && typeof id === 'string' && isId(id) ? { name, id } : null
  } catch {
    return null
  }
}
