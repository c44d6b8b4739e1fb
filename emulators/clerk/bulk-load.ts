import { z } from 'zod'
import { addMembership, addOrganization, addUser } from './directory.ts'
import type { Emulator } from './emulator.ts'
import { newId, nowMs } from './emulator.ts'
import { ClerkFault } from './errors.ts'
import { userView } from './user-view.ts'
import { membershipView, organizationView } from './organization-view.ts'
import { emit } from './events.ts'

/** People, organizations and memberships by number, without saying who: for measuring. */
export const loadSchema = z.strictObject({
  users: z.number().int().min(0).max(1_000_000).default(0),
  organizations: z.number().int().min(0).max(100_000).default(0),
  /** How many organizations each person is a member of; the first of each organization is its admin. */
  membershipsPerUser: z.number().int().min(0).max(20).default(1),
  /** What e-mail addresses end in. */
  emailDomain: z.string().min(1).default('people.example'),
  /** What e-mail addresses, slugs and external ids begin with; another one for another load. */
  prefix: z.string().regex(/^[a-z0-9-]*$/).default('load'),
  /** Whether each row is told by webhook, as if it had been created one by one. */
  isTold: z.boolean().default(false),
})

const GIVEN = ['Ada', 'Mei', 'Tomás', 'Ingrid', 'Kofi', 'Yara', 'Luca', 'Noor', 'Sam', 'Freja']
const FAMILY = ['Okafor', 'Lindgren', 'Marsh', 'Tanaka', 'Silva', 'Novak', 'Haddad', 'Byrne', 'Costa', 'Weber', 'Quist']

/**
 * Loads people and organizations. The last comes last: each row is a millisecond younger than the one
 * before it, and the youngest is of now, so that a walk by date has one order only.
 * @throws ClerkFault 422 when the prefix was loaded before
 */
export function bulkLoad(emulator: Emulator, given: z.infer<typeof loadSchema>) {
  const { state } = emulator
  if (state.known.slugs.has(`${given.prefix}-1`) || state.known.externalIds.has(`${given.prefix}-1`)) {
    throw new ClerkFault(422, { code: 'form_identifier_exists', message: `${given.prefix} was loaded before. Take another prefix.` })
  }
  const startedAt = performance.now()
  const now = nowMs(emulator)
  const organizations = Array.from({ length: given.organizations }, (_, index) => loadOrganization(emulator, given, { index, at: now - given.users - given.organizations + index }))
  for (let index = 0; index < given.users; index += 1) {
    const user = loadUser(emulator, given, { index, at: now - given.users + index })
    const count = Math.min(given.membershipsPerUser, organizations.length)
    for (let turn = 0; turn < count; turn += 1) {
      const organization = organizations[(index + turn) % organizations.length]
      if (organization) loadMembership(emulator, { user, organization, role: index < organizations.length && turn === 0 ? 'org:admin' : 'org:member' }, given.isTold)
    }
  }
  emulator.changed()
  return { users: state.users.size(), organizations: state.organizations.size(), memberships: state.memberships.size(), milliseconds: Math.round(performance.now() - startedAt) }
}

type Load = z.infer<typeof loadSchema>

function loadOrganization(emulator: Emulator, { prefix, isTold }: Load, { index, at }: { index: number; at: number }) {
  const organization = addOrganization(emulator.state, {
    id: newId(emulator.state, 'org_'), n: 0, createdAt: at, updatedAt: at, name: `${prefix} ${index + 1}`, slug: `${prefix}-${index + 1}`, createdBy: null,
    maxAllowedMemberships: 0, adminDeleteEnabled: true, publicMetadata: null, privateMetadata: null,
  })
  if (isTold) emit(emulator, 'organization.created', organizationView(emulator, organization))
  return organization
}

function loadUser(emulator: Emulator, { prefix, emailDomain, isTold }: Load, { index, at }: { index: number; at: number }) {
  const id = newId(emulator.state, 'user_')
  // The id of the address is that of its person: one text less to make for each of so many.
  const email = { id: `idn_${id.slice(5)}`, address: `${prefix}-${index + 1}@${emailDomain}`, isVerified: true, isReserved: false, createdAt: at, updatedAt: at }
  const user = addUser(emulator.state, {
    id, n: 0, createdAt: at, updatedAt: at, emails: [email], primaryEmailId: email.id, username: null, externalId: `${prefix}-${index + 1}`,
    firstName: GIVEN[index % GIVEN.length] ?? null, lastName: FAMILY[index % FAMILY.length] ?? null, locale: null,
    publicMetadata: null, privateMetadata: null, unsafeMetadata: null, hasPassword: false, isBanned: false, isLocked: false,
    lastSignInAt: null, lastActiveAt: null, rare: null,
  })
  if (isTold) emit(emulator, 'user.created', userView(emulator, user))
  return user
}

function loadMembership(emulator: Emulator, given: { user: { id: string; createdAt: number }; organization: { id: string }; role: string }, isTold: boolean): void {
  const at = given.user.createdAt
  const membership = addMembership(emulator.state, {
    id: newId(emulator.state, 'orgmem_'), n: 0, createdAt: at, updatedAt: at, userId: given.user.id, organizationId: given.organization.id, role: given.role,
    publicMetadata: null, privateMetadata: null,
  })
  if (isTold) emit(emulator, 'organizationMembership.created', membershipView(emulator, membership))
}
