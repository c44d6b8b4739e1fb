import type { StoredMembership, StoredUser } from '../../../emulators/clerk/state.ts'
import { kinds } from '../../../src/modules/operations/reconcile/kinds.ts'
import type { ClerkWorld } from '../../support/clerk-world.ts'
import type { TestDatabase } from '../../support/test-database.ts'
import { load, type Difference } from './reconcile-world.ts'

/** People and organizations of the base, of whom each is used for one difference only. */
export const baseUsers = 1500
export const baseOrganizations = 60

interface Plot {
  world: ClerkWorld
  database: TestDatabase
  /** What must be found. */
  list: Difference[]
  /** The next people nobody has touched; the first of each organization, its admin, is none of them. */
  takeUsers(count: number): StoredUser[]
  membershipOf(user: StoredUser): StoredMembership
}

/**
 * Makes Clerk and what is here differ in every way that there is, without a word to anybody.
 *
 * @returns the planter's own list
 */
export async function plantDifferences(world: ClerkWorld, database: TestDatabase): Promise<Difference[]> {
  const state = () => world.emulator.state()
  // Nobody is used whose organization is: their differences would be its.
  const isOfUsed = (index: number) => index % baseOrganizations >= 31 && index % baseOrganizations <= 36
  const people = [...state().users.oldestFirst()].filter((_, index) => index >= baseOrganizations && !isOfUsed(index))
  const plot: Plot = {
    world,
    database,
    list: [],
    takeUsers: (count) => people.splice(0, count),
    membershipOf(user) {
      const [membership] = state().known.membershipsByUser.get(user.id) ?? []
      if (!membership) throw new Error('everybody of the base has a membership')
      return membership
    },
  }
  for (const plant of [plantMissing, plantStaleUsers, plantMovedAddresses, plantStaleOrganizations, plantRoles, plantEnded, plantGone, plantBuried]) await plant(plot)
  return plot.list
}

async function plantMissing({ world: { sdk, emulator }, list, takeUsers, world }: Plot): Promise<void> {
  await load(world, { users: 150, organizations: 0, membershipsPerUser: 0, prefix: 'unheard' })
  const unheard = emulator.state().users.oldestFirst().slice(-150)
  for (const { id } of unheard) list.push(missing('user', id))

  // Organizations nobody heard of, with members who are here and members who are not.
  const members = takeUsers(60)
  for (let index = 0; index < 30; index += 1) {
    const { id } = await sdk.organizations.createOrganization({ name: `Unheard ${index}`, slug: `unheard-${index}`, ...(index % 2 ? { createdBy: members[index]?.id } : {}) })
    list.push(missing('organization', id))
    for (const member of [members[30 + index], unheard[index]]) await sdk.organizations.createOrganizationMembership({ organizationId: id, userId: member?.id ?? '', role: 'org:member' })
    for (const membership of emulator.state().known.membershipsByOrganization.get(id) ?? []) list.push(missing('membership', membership.id))
  }
  const [first] = emulator.state().organizations.oldestFirst()
  for (const user of takeUsers(70).filter((one) => emulator.state().known.membershipsByUser.get(one.id)?.[0]?.organizationId !== first?.id)) {
    const { id } = await sdk.organizations.createOrganizationMembership({ organizationId: first?.id ?? '', userId: user.id, role: 'org:member' })
    list.push(missing('membership', id))
  }
}

async function plantStaleUsers({ world: { sdk }, database, list, takeUsers }: Plot): Promise<void> {
  for (const [index, user] of takeUsers(100).entries()) {
    await sdk.users.updateUser(user.id, { firstName: `Renamed ${index}` })
    list.push(stale('user', user.id, 'name'))
  }
  const spoil = async (count: number, change: string, ...fields: string[]) => {
    for (const user of takeUsers(count)) {
      await database.superuser.query(`update users set ${change} where id = (select user_id from user_identities where subject = $1)`, [user.id])
      list.push(stale('user', user.id, ...fields))
    }
  }
  await spoil(40, `image_url = 'https://img.example/another.png'`, 'picture')
  await spoil(40, `email_verified_at = null`, 'verified')
  await spoil(30, `email = 'slip-' || email, name = 'Slip', email_verified_at = null`, 'email', 'name', 'verified')
  await spoil(20, `email = null`, 'email')
}

/** An address that goes from one person to another. */
async function plantMovedAddresses({ world: { sdk }, list, takeUsers }: Plot): Promise<void> {
  const people = takeUsers(60)
  for (let index = 0; index < people.length; index += 2) {
    const [giver, taker] = [people[index], people[index + 1]]
    const moved = giver?.emails[0]
    if (!giver || !taker || !moved) continue
    await sdk.emailAddresses.createEmailAddress({ userId: giver.id, emailAddress: `new-${moved.address}`, verified: true, primary: true })
    await sdk.emailAddresses.deleteEmailAddress(moved.id)
    await sdk.emailAddresses.createEmailAddress({ userId: taker.id, emailAddress: moved.address, verified: true, primary: true })
    list.push(stale('user', giver.id, 'email'), stale('user', taker.id, 'email'))
  }
}

async function plantStaleOrganizations({ world: { sdk, emulator }, database, list }: Plot): Promise<void> {
  const organizations = [...emulator.state().organizations.oldestFirst()].slice(1, 31)
  const [renamed, moved, taken] = [organizations.slice(0, 12), organizations.slice(12, 22), organizations.slice(22, 30)]
  for (const { id } of renamed) {
    await sdk.organizations.updateOrganization(id, { name: `Renamed ${id.slice(-5)}` })
    list.push(stale('organization', id, 'name'))
  }
  for (const [index, { id }] of moved.entries()) {
    await sdk.organizations.updateOrganization(id, { slug: `moved-${index}` })
    list.push(stale('organization', id, 'slug'))
  }
  // A school of our own has the address already: the organization's gets the next one.
  for (const [index, { id }] of taken.entries()) {
    await database.superuser.query(`insert into organizations (id, slug, name) values (gen_random_uuid(), $1, 'Of our own')`, [`taken-${index}`])
    await sdk.organizations.updateOrganization(id, { slug: `taken-${index}`, name: `Late ${index}` })
    list.push(stale('organization', id, 'name', 'slug'))
  }
}

async function plantRoles({ world: { sdk }, list, takeUsers, membershipOf }: Plot): Promise<void> {
  for (const user of takeUsers(80)) {
    const { id, organizationId } = membershipOf(user)
    await sdk.organizations.updateOrganizationMembership({ organizationId, userId: user.id, role: 'org:admin' })
    list.push(stale('membership', id, 'role'))
  }
}

/** Memberships that lost their row, their end or their link here. */
async function plantEnded({ database, list, takeUsers, membershipOf }: Plot): Promise<void> {
  const spoil = async (count: number, statement: string, difference: (id: string) => Difference) => {
    for (const user of takeUsers(count)) {
      const { id } = membershipOf(user)
      await database.superuser.query(statement, [id])
      list.push(difference(id))
    }
  }
  await spoil(30, 'update organization_memberships set deleted_at = now() where clerk_id = $1', (id) => stale('membership', id, 'ended'))
  await spoil(20, 'delete from organization_memberships where clerk_id = $1', (id) => missing('membership', id))
  await spoil(20, 'update organization_memberships set clerk_id = null where clerk_id = $1', (id) => stale('membership', id, 'membership'))
}

async function plantGone({ world: { sdk, emulator }, list, takeUsers, membershipOf }: Plot): Promise<void> {
  for (const user of takeUsers(100)) {
    await sdk.users.deleteUser(user.id)
    list.push(gone('user', user.id))
  }
  for (const { id } of [...emulator.state().organizations.oldestFirst()].slice(31, 36)) {
    // Its memberships go with it, and are no differences of their own.
    await sdk.organizations.deleteOrganization(id)
    list.push(gone('organization', id))
  }
  for (const user of takeUsers(90)) {
    const { id, organizationId } = membershipOf(user)
    await sdk.organizations.deleteOrganizationMembership({ organizationId, userId: user.id })
    list.push(gone('membership', id))
  }
}

/** What ended here by a word that was not true. */
async function plantBuried({ world: { app, emulator }, list, takeUsers, membershipOf }: Plot): Promise<void> {
  const bury = (kind: keyof typeof kinds, subject: string, about: string | null) =>
    app.systemCtx.inSystem((tx) => kinds[kind].end(app.systemCtx, tx, { subject, about }, new Date()))
  for (const user of takeUsers(50)) {
    const { id } = membershipOf(user)
    await bury('user', user.id, null)
    list.push(missing('user', user.id, 'ended'), missing('membership', id))
  }
  for (const user of takeUsers(50)) {
    const { id, organizationId } = membershipOf(user)
    await bury('membership', id, `${organizationId} ${user.id}`)
    list.push(missing('membership', id, 'ended'))
  }
  // A school that was closed has let everybody go.
  const closed = [...emulator.state().organizations.oldestFirst()][36 - 5]?.id ?? ''
  const members = emulator.state().known.membershipsByOrganization.get(closed) ?? []
  await bury('organization', closed, null)
  list.push(missing('organization', closed, 'ended'), ...members.map(({ id }) => missing('membership', id)))
}

const missing = (kind: string, subject: string, ...fields: string[]): Difference => ({ kind, subject, standing: 'missing', fields })
const stale = (kind: string, subject: string, ...fields: string[]): Difference => ({ kind, subject, standing: 'stale', fields: fields.toSorted() })
const gone = (kind: string, subject: string): Difference => ({ kind, subject, standing: 'gone', fields: [] })
