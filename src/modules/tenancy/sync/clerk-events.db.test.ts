import { describe, expect, it } from 'vitest'
import { buildSchool } from '../../../../tests/support/builders.ts'
import { makeClerkInbox, type ClerkEvent } from '../../../../tests/support/clerk-inbox.ts'
import { clerkGone, clerkMembership, clerkOrganization, clerkUser } from '../../../../tests/support/clerk-objects.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'

const database = useTestDatabase()
const inbox = () => makeClerkInbox(database())
const begin = Date.UTC(2026, 0, 1, 10)
let count = 0

/** A person, an organization of theirs and a membership, with names that no other test has. */
function cast() {
  const n = (count += 1)
  const person = { id: `user_${n}`, firstName: 'Mei', lastName: `Tan ${n}`, email: `mei-${n}@test.example`, createdAtMs: begin, updatedAtMs: begin }
  const organization = { id: `org_${n}`, name: `School ${n}`, slug: `school-of-clerk-${n}`, createdBy: person.id, createdAtMs: begin, updatedAtMs: begin }
  const membership = { id: `orgmem_${n}`, organization, userId: person.id as string | null, role: 'org:admin', createdAtMs: begin, updatedAtMs: begin }
  return { n, person, organization, membership }
}

/** An event at so many milliseconds after the beginning; objects that change carry the same time. */
const event = (type: string, after: number, data: Record<string, unknown>): ClerkEvent => ({
  type,
  timestamp: begin + after,
  data: /\.(created|updated)$/.test(type) ? { ...data, updated_at: begin + after } : data,
})
type Cast = ReturnType<typeof cast>
const userCreated = ({ person }: Cast) => event('user.created', 0, clerkUser(person))
const organizationCreated = ({ organization }: Cast) => event('organization.created', 0, clerkOrganization(organization))
const member = (kind: string, after: number, { membership }: Cast, change: Partial<Cast['membership']> = {}) =>
  event(`organizationMembership.${kind}`, after, clerkMembership({ ...membership, ...change }))

async function one(text: string, value: string) {
  return (await database().superuser.query<Record<string, unknown>>(text, [value])).rows
}
const schools = (id: string) => one('select * from organizations where clerk_id = $1', id)
const members = (organization: string) =>
  one(
    `select i.subject as person, m.role, m.clerk_id, m.deleted_at from organization_memberships m join organizations o on o.id = m.organization_id
     left join user_identities i on i.user_id = m.user_id where o.clerk_id = $1 order by 1`,
    organization,
  )
const people = (id: string) => one('select u.* from users u join user_identities i on i.user_id = u.id where i.subject = $1', id)

describe('what Clerk says of organizations and their members', () => {
  it('makes a school with its maker as the owner', async () => {
    const all = cast()
    await inbox().tell(userCreated(all), organizationCreated(all))
    expect(await schools(all.organization.id)).toMatchObject([{ name: all.organization.name, slug: all.organization.slug, preset: 'music-school', deleted_at: null }])
    expect(await members(all.organization.id)).toMatchObject([{ person: all.person.id, role: 'owner', deleted_at: null }])
  })

  it('membership before organization: waits for organization and person, and comes by itself when they have come', async () => {
    const all = cast()
    const id = `msg_early_${all.n}`
    await inbox().send({ ...member('created', 5, all), id })
    expect(await inbox().row(id)).toMatchObject({ status: 'pending', attempts: 0, waiting_on: `clerk organization ${all.organization.id}` })

    const isDue = () => one('select j.run_at <= now() as now from graphile_worker._private_jobs j join webhook_events e on e.id::text = j.key where e.event_id = $1', id)
    expect(await isDue()).toEqual([{ now: false }])
    await inbox().send(organizationCreated(all))
    expect(await isDue()).toEqual([{ now: true }])
    await inbox().settle()
    expect(await inbox().row(id)).toMatchObject({ status: 'pending', waiting_on: `clerk user ${all.person.id}` })
    await inbox().send(userCreated(all))
    expect(await isDue()).toEqual([{ now: true }])
    await inbox().settle()
    expect(await inbox().row(id)).toMatchObject({ status: 'completed', waiting_on: null })
    expect(await members(all.organization.id)).toMatchObject([{ person: all.person.id, role: 'owner', clerk_id: all.membership.id, deleted_at: null }])
  })

  it('delete before create: an organization, a membership and a person that ended before they came never begin', async () => {
    const [gone, left, kept] = [cast(), cast(), cast()]
    await inbox().tell(event('organization.deleted', 9, clerkGone('organization', gone.organization.id)), organizationCreated(gone))
    expect(await schools(gone.organization.id)).toEqual([])

    await inbox().tell(organizationCreated(left), member('deleted', 9, left), userCreated(left), member('created', 0, left))
    expect(await members(left.organization.id)).toEqual([])

    await inbox().tell(event('user.deleted', 9, clerkGone('user', kept.person.id)), organizationCreated(kept), userCreated(kept), member('created', 0, kept))
    expect(await members(kept.organization.id)).toEqual([])
    expect((await people(kept.person.id)).filter(({ deleted_at }) => deleted_at === null)).toEqual([])
  })

  it('update after delete: what is gone stays gone, whatever its last change says', async () => {
    const all = cast()
    await inbox().tell(userCreated(all), organizationCreated(all), member('created', 0, all), member('deleted', 9, all), member('updated', 5, all, { role: 'org:member' }))
    expect(await members(all.organization.id)).toMatchObject([{ deleted_at: new Date(begin + 9) }])
    await inbox().tell(event('organization.deleted', 20, clerkGone('organization', all.organization.id)), event('organization.updated', 30, clerkOrganization({ ...all.organization, name: 'Back' })))
    expect(await schools(all.organization.id)).toMatchObject([{ name: all.organization.name, deleted_at: new Date(begin + 20) }])
  })

  it('the end of an earlier membership does not end the one that came after it', async () => {
    const all = cast()
    const again = { id: `orgmem_again_${all.n}`, createdAtMs: begin + 20, role: 'org:instructor' }
    await inbox().tell(userCreated(all), organizationCreated(all), member('created', 0, all), member('created', 20, all, again), member('deleted', 10, all))
    expect(await members(all.organization.id)).toMatchObject([{ clerk_id: again.id, role: 'instructor', deleted_at: null }])
    await inbox().tell(member('deleted', 30, all, again))
    expect(await members(all.organization.id)).toMatchObject([{ clerk_id: again.id, deleted_at: new Date(begin + 30) }])
  })

  it('same svix-id with another body: the first one counts', async () => {
    const all = cast()
    const id = `msg_twice_${all.n}`
    await inbox().tell({ ...organizationCreated(all), id }, { ...event('organization.created', 7, clerkOrganization({ ...all.organization, name: 'Another' })), id })
    expect(await schools(all.organization.id)).toMatchObject([{ name: all.organization.name }])
    expect(await inbox().row(id)).toMatchObject({ status: 'completed', deliveries: 2 })
  })

  it('who is let go at Clerk is out, also when nobody else is an owner', async () => {
    const all = cast()
    await inbox().tell(userCreated(all), organizationCreated(all), member('created', 0, all), member('updated', 5, all, { role: 'org:member' }))
    expect(await members(all.organization.id)).toMatchObject([{ role: 'student', deleted_at: null }])
    await inbox().tell(member('updated', 7, all), member('deleted', 9, all))
    expect(await members(all.organization.id)).toMatchObject([{ role: 'owner', deleted_at: new Date(begin + 9) }])
    expect(await one('select event_id from webhook_events where status = $1', 'failed')).toEqual([])
  })

  it('the end of a last owner’s membership comes to the same before and after the end of their account', async () => {
    const ends = (all: Cast) => [member('deleted', 8, all), event('user.deleted', 9, clerkGone('user', all.person.id))]
    for (const order of [(told: ClerkEvent[]) => told, (told: ClerkEvent[]) => told.toReversed()]) {
      const all = cast()
      await inbox().tell(userCreated(all), organizationCreated(all), member('created', 0, all), ...order(ends(all)))
      expect(await members(all.organization.id)).toEqual([])
      expect(await people(all.person.id)).toEqual([])
    }
  })

  it('a membership that does not say whose it is changes nothing, and its end still counts', async () => {
    const all = cast()
    await inbox().tell(userCreated(all), organizationCreated(all), member('created', 0, all, { userId: null }), member('created', 1, all), member('deleted', 9, all, { userId: null }))
    expect(await members(all.organization.id)).toMatchObject([{ person: all.person.id, deleted_at: new Date(begin + 9) }])
  })
})

describe('people of Clerk', () => {
  it('user without e-mail: is a person like any other, and a member', async () => {
    const all = cast()
    await inbox().tell(event('user.created', 0, clerkUser({ ...all.person, email: null })), organizationCreated(all), member('created', 0, all))
    expect(await people(all.person.id)).toMatchObject([{ email: null, name: `Mei Tan ${all.n}`, deleted_at: null }])
    expect(await members(all.organization.id)).toMatchObject([{ role: 'owner' }])
  })

  it('two users claiming one e-mail: stay two people, each with their own', async () => {
    const [first, second] = [cast(), cast()]
    const email = `shared-${first.n}@test.example`
    await inbox().tell(...[first, second].map(({ person }) => event('user.created', 0, clerkUser({ ...person, email }))))
    const found = [...(await people(first.person.id)), ...(await people(second.person.id))]
    expect(found).toMatchObject([{ email, deleted_at: null }, { email, deleted_at: null }])
    expect(new Set(found.map(({ id }) => id)).size).toBe(2)
  })
})

describe('addresses of schools made at Clerk', () => {
  it('slug taken by another tenant: the newcomer gets a number, and the tenant keeps its address', async () => {
    const all = cast()
    const school = await buildSchool(database(), all.organization.slug)
    await inbox().tell(organizationCreated(all))
    expect(await schools(all.organization.id)).toMatchObject([{ slug: `${all.organization.slug}-2` }])
    expect(await one('select id from organizations where slug = $1', all.organization.slug)).toEqual([{ id: school.organizationId }])
  })

  it('that cannot be a host or are kept for our own pages become ones that can', async () => {
    const [reserved, odd] = [cast(), cast()]
    await inbox().tell(event('organization.created', 0, clerkOrganization({ ...reserved.organization, slug: 'operator' })))
    await inbox().tell(event('organization.created', 0, clerkOrganization({ ...odd.organization, slug: `_Ödd_${odd.n}_` })))
    expect(await schools(reserved.organization.id)).toMatchObject([{ slug: 'operator-2' }])
    expect(await schools(odd.organization.id)).toMatchObject([{ slug: `odd-${odd.n}` }])
  })

  it('are kept by a school that was deleted, and taken from nobody by one that changes its own', async () => {
    const [old, young] = [cast(), cast()]
    await inbox().tell(organizationCreated(old), event('organization.deleted', 5, clerkGone('organization', old.organization.id)))
    await inbox().tell(organizationCreated(young), event('organization.updated', 9, clerkOrganization({ ...young.organization, slug: old.organization.slug })))
    expect(await schools(young.organization.id)).toMatchObject([{ slug: `${old.organization.slug}-2` }])
  })
})

describe('a school that is deleted at Clerk', () => {
  it('has no members, no invitations and no pages any more', async () => {
    const all = cast()
    await inbox().tell(userCreated(all), organizationCreated(all), member('created', 0, all))
    await database().superuser.query(
      `insert into organization_invitations (organization_id, id, email, role, token_hash, invited_by, expires_at)
       select m.organization_id, gen_random_uuid(), 'x@test.example', 'student', m.id::text, m.user_id, now() + interval '1 day'
       from organization_memberships m where m.clerk_id = $1`,
      [all.membership.id],
    )
    await inbox().tell(event('organization.deleted', 9, clerkGone('organization', all.organization.id)))
    expect(await members(all.organization.id)).toMatchObject([{ deleted_at: new Date(begin + 9) }])
    expect(await one('select revoked_at from organization_invitations i join organizations o on o.id = i.organization_id where o.clerk_id = $1', all.organization.id)).toEqual([{ revoked_at: new Date(begin + 9) }])
    expect(await one('select * from find_organization($1)', all.organization.slug)).toEqual([])
  })
})

describe('the time and the type of an event', () => {
  it.each([
    ['seconds', 1000],
    ['milliseconds', 1],
  ])('timestamp in %s: is the same moment', async (_, divisor) => {
    const all = cast()
    await inbox().tell(userCreated(all), organizationCreated(all), member('created', 0, all), { ...member('deleted', 9000, all), timestamp: (begin + 9000) / divisor })
    expect(await members(all.organization.id)).toMatchObject([{ deleted_at: new Date(begin + 9000) }])
  })

  it.each([
    ['in order', [100, 900]],
    ['the later one first', [900, 100]],
  ])('two changes of one second, told in seconds, %s: the later one counts', async (_, order) => {
    const all = cast()
    const renamed = (after: number) => ({ ...event('user.updated', after, clerkUser({ ...all.person, firstName: `After ${after}` })), timestamp: begin / 1000 })
    await inbox().tell({ ...userCreated(all), timestamp: begin }, ...order.map(renamed))
    expect(await people(all.person.id)).toMatchObject([{ name: `After 900 ${all.person.lastName}`, source_updated_at: new Date(begin + 900) }])
  })

  it('unknown event type: is stored and completed, and changes nothing', async () => {
    const all = cast()
    const id = `msg_unknown_${all.n}`
    await inbox().tell({ ...event('organizationDomain.created', 0, clerkOrganization(all.organization)), id })
    expect(await inbox().row(id)).toMatchObject({ status: 'completed', event_type: 'organizationDomain.created', error: null })
    expect(await schools(all.organization.id)).toEqual([])
  })
})
