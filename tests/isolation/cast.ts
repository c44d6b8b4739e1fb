import type { MemberRole } from '../../src/platform/db/with-tenant.ts'
import type { School, World } from './world.ts'

/** Who sends statements: through which login, as which role, with whose claims. */
export interface Viewer {
  name: string
  login: 'web' | 'system' | 'auth' | 'migrate'
  /** The role that the transaction takes on; null for a login that acts as itself. */
  role: 'anon' | 'authenticated' | 'service_role' | null
  userId: string | null
  /** The school whose door is open; null on the installation's own pages. */
  doorId: string | null
  /** The role of the membership in that school; null without one. */
  member: MemberRole | null
  /** The API key that asks in place of a person. */
  key?: { id: string; hash: string; schoolId: string }
}

const memberRoles: MemberRole[] = ['owner', 'admin', 'instructor', 'assistant', 'student', 'guardian']

/** Everyone who tries: visitors, every member role of both schools at either door, and the logins themselves. */
export function castOf(world: World): Viewer[] {
  const { a, b } = world
  const person = (name: string, userId: string, doorId: string | null, member: MemberRole | null): Viewer =>
    ({ name, login: 'web', role: 'authenticated', userId, doorId, member })
  const own = (login: Viewer['login'], name: string): Viewer => ({ name, login, role: null, userId: null, doorId: null, member: null })
  const visitor = (name: string, doorId: string | null): Viewer => ({ name, login: 'web', role: 'anon', userId: null, doorId, member: null })

  const program = (name: string, { id, samples }: School, doorId: string): Viewer =>
    ({ name, login: 'web', role: 'authenticated', userId: null, doorId, member: null, key: { id: String(samples.api_keys?.id), hash: String(samples.api_keys?.secret_hash), schoolId: id } })

  return [
    own('migrate', 'the owner of the tables'),
    visitor('anon at A', a.id),
    visitor('anon at no school', null),
    person('signed in, no membership, at A', world.strangerId, a.id, null),
    person('signed in, at no school', a.people.student, null, null),
    ...memberRoles.map((role) => person(`${role} of A`, a.people[role], a.id, role)),
    ...memberRoles.map((role) => person(`${role} of B at the door of A`, b.people[role], a.id, null)),
    ...memberRoles.map((role) => person(`${role} of B`, b.people[role], b.id, role)),
    person('former member of A', a.formerId, a.id, null),
    person('student of A who owns B, at A', world.bothId, a.id, 'student'),
    person('student of A who owns B, at B', world.bothId, b.id, 'owner'),
    program('a program of A with a key for coupons', a, a.id),
    program('the same at the door of B', a, b.id),
    { name: 'service_role', login: 'system', role: 'service_role', userId: null, doorId: null, member: null },
    own('web', 'the web login without a door'),
    own('system', 'the system login without a door'),
    own('auth', 'the login of built-in identity'),
  ]
}
