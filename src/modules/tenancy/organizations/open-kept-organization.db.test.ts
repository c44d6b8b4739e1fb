import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { withTenant } from '#platform/db/with-tenant.ts'
import { useClerkWorld } from '../../../../tests/support/clerk-world.ts'
import { withCookie } from '../../../../tests/support/account-steps.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { changeRole, createOrganization, removeMember, updateSchool } from '../index.ts'

const database = useTestDatabase()
const world = useClerkWorld(database)

async function owner() {
  const { id } = await world().sdk.users.createUser({ firstName: 'Mei', emailAddress: [`mei-${v7()}@test.example`] })
  const session = await world().signIn(id)
  const viewer = await world().app.identity.findViewer(withCookie(`__session=${await world().mint(session)}`))
  return { clerkId: id, userId: viewer?.userId ?? '' }
}
const opening = (userId: string, change: object = {}) => ({ userId, name: 'Low Tide Strings', slug: `low-${v7().slice(-12)}`, preset: 'music-school' as const, currency: 'gbp' as const, timeZone: 'Europe/London', ...change })
const open = (input: ReturnType<typeof opening>) => createOrganization(world().app.systemCtx, input)
const schoolOf = (organizationId: string) => world().app.systemCtx.inSystem((tx) => tx.selectFrom('organizations').selectAll().where('id', '=', organizationId).executeTakeFirstOrThrow())
const membersOf = (organizationId: string) => world().app.systemCtx.inSystem((tx) => tx.selectFrom('organization_memberships').selectAll().where('organization_id', '=', organizationId).execute())

describe('a school under Clerk', () => {
  it('is opened there and here in one step, with what its owner chose, and no webhook is waited for', async () => {
    const mei = await owner()
    const input = opening(mei.userId)
    const { organizationId, slug } = await open(input)
    const there = await world().sdk.organizations.getOrganization({ slug })
    expect([there.name, there.createdBy]).toEqual([input.name, mei.clerkId])
    expect(await schoolOf(organizationId)).toMatchObject({ clerk_id: there.id, slug: input.slug, name: input.name, currency: 'gbp', time_zone: 'Europe/London', locale: 'en-GB' })
    expect(await membersOf(organizationId)).toMatchObject([{ user_id: mei.userId, role: 'owner', clerk_id: expect.stringMatching(/^orgmem_/) }])
  })

  it('is the same when its webhooks come afterwards', async () => {
    const mei = await owner()
    const { organizationId } = await open(opening(mei.userId))
    const before = [await schoolOf(organizationId), await membersOf(organizationId)]
    expect([await world().deliver('organization.created'), await world().deliver('organizationMembership.created')]).toEqual([200, 200])
    expect([await schoolOf(organizationId), await membersOf(organizationId)]).toEqual(before)
  })

  it('is opened once though the first answer was lost', async () => {
    const mei = await owner()
    const input = opening(mei.userId)
    world().emulator.setFaults({ api: [{ kind: 'lost_answer', method: 'POST', path: '/v1/organizations', status: 502, times: 1 }] })
    await expect(open(input)).rejects.toMatchObject({ code: 'identity-unavailable' })
    // Its webhook may be quicker than the second try.
    expect(await world().deliver('organization.created')).toBe(200)
    const { organizationId, slug } = await open(input)
    expect(slug).toBe(input.slug)
    expect(await schoolOf(organizationId)).toMatchObject({ currency: 'gbp', time_zone: 'Europe/London' })
    expect((await world().sdk.users.getOrganizationMembershipList({ userId: mei.clerkId })).data).toHaveLength(1)
  })

  it('does not take the address of another, here or there', async () => {
    const [mei, kevin] = [await owner(), await owner()]
    const { slug } = await open(opening(mei.userId))
    await expect(open(opening(kevin.userId, { slug }))).rejects.toMatchObject({ fieldErrors: { slug: expect.stringContaining('taken') } })
    const there = opening(kevin.userId)
    await world().sdk.organizations.createOrganization({ name: 'Another', slug: there.slug })
    await expect(open(there)).rejects.toMatchObject({ fieldErrors: { slug: expect.stringContaining('taken') } })
  })

  it('says beside the field what Clerk does not take', async () => {
    const mei = await owner()
    await expect(open(opening(mei.userId, { name: 'Strings <b>' }))).rejects.toMatchObject({ fieldErrors: { name: expect.stringContaining('name') } })
  })

  it('leaves roles, memberships and its name to Clerk, which keeps them', async () => {
    const [mei, kevin] = [await owner(), await owner()]
    const { organizationId } = await open(opening(mei.userId))
    const school = await schoolOf(organizationId)
    await world().sdk.organizations.createOrganizationMembership({ organizationId: school.clerk_id ?? '', userId: kevin.clerkId, role: 'org:member' })
    expect(await world().deliver('organizationMembership.created')).toBe(200)
    const membershipId = (await membersOf(organizationId)).find(({ user_id }) => user_id === kevin.userId)?.id ?? ''
    const { app } = world()
    const ctx = { organizationId, userId: mei.userId, clock: app.clock, ids: app.ids, inTenant: <T>(work: Parameters<typeof withTenant<T>>[2]) => withTenant(app.pools.web, { organizationId, userId: mei.userId }, work) }
    await expect(changeRole(ctx, { membershipId, role: 'instructor' })).rejects.toMatchObject({ code: 'kept-elsewhere' })
    await expect(removeMember(ctx, { membershipId })).rejects.toMatchObject({ code: 'kept-elsewhere' })
    const texts = { tagline: 'New', heroTitle: '', heroText: '', brandColour: '#8a3324', timeZone: 'UTC' }
    await expect(updateSchool(ctx, { ...texts, name: 'Another name' })).rejects.toMatchObject({ code: 'kept-elsewhere' })
    await updateSchool(ctx, { ...texts, name: school.name })
    expect(await schoolOf(organizationId)).toMatchObject({ name: school.name, tagline: 'New' })
  })
})
