import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { callApi, startWithReceiver } from './emulator-harness.ts'

let world: Awaited<ReturnType<typeof startWithReceiver>>
beforeAll(async () => { world = await startWithReceiver() })
afterAll(() => world.close())

let people = 0
const person = async () => (await world.clerk.users.createUser({ emailAddress: [`p${people += 1}@example.com`], lastName: `L${people}` })).id
/** How many events were told until now. */
async function toldUntilNow() {
  await world.emulator.settled()
  return world.receiver.received.length
}

/** The types that were told since a number of events, without those of people. */
async function told(since: number) {
  await world.emulator.settled()
  return world.receiver.types().slice(since).filter((type) => !type.startsWith('user.'))
}

describe('an organization', () => {
  test('is created with its creator as first admin, and told so', async () => {
    const { organizations } = world.clerk
    const since = await toldUntilNow()
    const owner = await person()
    const made = await organizations.createOrganization({ name: 'Melody Music School', createdBy: owner, publicMetadata: { town: 'Graz' } })
    expect(made).toMatchObject({ name: 'Melody Music School', slug: 'melody-music-school', createdBy: owner, publicMetadata: { town: 'Graz' } })
    expect((await organizations.getOrganization({ slug: 'melody-music-school', includeMembersCount: true }))).toMatchObject({ id: made.id, membersCount: 1 })
    expect((await organizations.getOrganization({ organizationId: made.id })).membersCount).toBeUndefined()
    const { data: [first] } = await organizations.getOrganizationMembershipList({ organizationId: made.id })
    expect(first).toMatchObject({ role: 'org:admin', publicUserData: { userId: owner }, organization: { id: made.id } })
    expect(first?.permissions).toContain('org:sys_memberships:manage')
    expect(await told(since)).toEqual(['organization.created', 'organizationMembership.created'])
  })

  test('keeps its slug to itself, gives a free one, and follows a new one', async () => {
    const { organizations } = world.clerk
    const first = await organizations.createOrganization({ name: 'Yoga', slug: 'yoga' })
    await expect(organizations.createOrganization({ name: 'Yoga', slug: 'yoga' })).rejects.toMatchObject({ status: 422, errors: [{ code: 'form_identifier_exists', meta: { paramName: 'slug' } }] })
    expect((await organizations.createOrganization({ name: 'Yoga' })).slug).toMatch(/^yoga-\d+$/)
    await organizations.updateOrganization(first.id, { slug: 'yoga-house', name: 'Yoga House' })
    await expect(organizations.getOrganization({ slug: 'yoga' })).rejects.toMatchObject({ status: 404 })
    expect((await organizations.getOrganization({ slug: 'yoga-house' })).name).toBe('Yoga House')
    expect((await organizations.updateOrganizationMetadata(first.id, { privateMetadata: { a: 1 } })).privateMetadata).toEqual({ a: 1 })
    await expect(organizations.createOrganization({ name: 'X', createdBy: 'user_none' })).rejects.toMatchObject({ status: 400, errors: [{ code: 'organization_creator_not_found' }] })
  })

  test('is listed newest first, by name, and by size', async () => {
    const { organizations } = world.clerk
    const all = await organizations.getOrganizationList({ limit: 500, includeMembersCount: true })
    expect(all.data.map((one) => one.createdAt)).toEqual(all.data.map((one) => one.createdAt).sort((a, b) => b - a))
    expect(all.totalCount).toBe(all.data.length)
    const names = (await organizations.getOrganizationList({ limit: 500, orderBy: 'name' })).data.map((one) => one.name)
    expect(names).toEqual([...names].sort())
    const bySize = (await organizations.getOrganizationList({ orderBy: '-members_count', includeMembersCount: true })).data
    expect(bySize[0]?.membersCount).toBe(1)
    expect((await organizations.getOrganizationList({ query: 'melod' })).data.map((one) => one.slug)).toEqual(['melody-music-school'])
    expect((await organizations.getOrganizationList({ limit: 1, offset: 1 })).data[0]?.id).toBe(all.data[1]?.id)
  })
})

describe('memberships', () => {
  test('are made, changed and ended, each told, the last with the whole membership', async () => {
    const { organizations, users } = world.clerk
    const { id: organizationId } = await organizations.createOrganization({ name: 'Tutors' })
    const userId = await person()
    const since = await toldUntilNow()
    await organizations.createOrganizationMembership({ organizationId, userId, role: 'org:member' })
    await expect(organizations.createOrganizationMembership({ organizationId, userId, role: 'org:member' })).rejects.toMatchObject({ errors: [{ code: 'already_a_member_in_organization' }] })
    await expect(organizations.updateOrganizationMembership({ organizationId, userId, role: 'org:king' })).rejects.toMatchObject({ status: 404 })
    expect((await organizations.updateOrganizationMembership({ organizationId, userId, role: 'org:admin' })).role).toBe('org:admin')
    expect((await organizations.updateOrganizationMembershipMetadata({ organizationId, userId, publicMetadata: { desk: 1 } })).publicMetadata).toEqual({ desk: 1 })
    expect((await users.getOrganizationMembershipList({ userId })).data.map((one) => one.organization.id)).toEqual([organizationId])
    const ended = await organizations.deleteOrganizationMembership({ organizationId, userId })
    expect(ended.role).toBe('org:admin')
    expect((await users.getOrganizationMembershipList({ userId })).totalCount).toBe(0)
    expect(await told(since)).toEqual(['organizationMembership.created', 'organizationMembership.updated', 'organizationMembership.updated', 'organizationMembership.deleted'])
    const last = world.receiver.received.at(-1)?.event
    expect(last?.data).toMatchObject({ id: ended.id, role: 'org:admin', public_user_data: { user_id: userId }, organization: { id: organizationId } })
    expect(Number(last?.data.updated_at)).toBeLessThanOrEqual(last?.timestamp ?? 0)
  })

  test('stop at the limit of the organization', async () => {
    const { organizations } = world.clerk
    const { id: organizationId } = await organizations.createOrganization({ name: 'Small', maxAllowedMemberships: 1, createdBy: await person() })
    await expect(organizations.createOrganizationMembership({ organizationId, userId: await person(), role: 'org:member' }))
      .rejects.toMatchObject({ status: 403, errors: [{ code: 'organization_membership_quota_exceeded' }] })
  })

  test('of one organization are ordered and filtered, those of all are one list', async () => {
    const { organizations } = world.clerk
    const { id: organizationId } = await organizations.createOrganization({ name: 'Orchestra' })
    const members = [await person(), await person(), await person()]
    for (const [index, userId] of members.entries()) {
      await organizations.createOrganizationMembership({ organizationId, userId, role: index === 0 ? 'org:admin' : 'org:member' })
    }
    const list = async (more: object) => (await organizations.getOrganizationMembershipList({ organizationId, ...more })).data.map((one) => members.indexOf(one.publicUserData?.userId ?? ''))
    expect(await list({})).toEqual([2, 1, 0])
    expect(await list({ orderBy: '+last_name' })).toEqual([0, 1, 2])
    expect(await list({ role: ['org:admin'] })).toEqual([0])
    expect(await list({ userId: [members[1]], limit: 1 })).toEqual([1])
    const all = await organizations.getInstanceOrganizationMembershipList({ limit: 500 })
    expect(all.data.length).toBe(all.totalCount)
    expect(all.data.slice(0, 3).map((one) => members.indexOf(one.publicUserData?.userId ?? ''))).toEqual([2, 1, 0])
    const upward = await organizations.getInstanceOrganizationMembershipList({ limit: 500, orderBy: '+created_at' })
    expect(upward.data.map((one) => one.id)).toEqual(all.data.map((one) => one.id).reverse())
  })
})

describe('what is deleted takes its memberships along', () => {
  test('an organization: each membership is told, then the organization, and sessions forget it', async () => {
    const { organizations, sessions } = world.clerk
    const owner = await person()
    const { id, slug } = await organizations.createOrganization({ name: 'Going', createdBy: owner })
    await organizations.createOrganizationMembership({ organizationId: id, userId: await person(), role: 'org:member' })
    const session = await sessions.createSession({ userId: owner })
    expect(world.emulator.state().sessions.get(session.id)?.organizationId).toBe(id)
    const since = await toldUntilNow()
    expect(await organizations.deleteOrganization(id)).toMatchObject({ id, slug, deleted: true })
    expect((await told(since)).filter((type) => !type.startsWith('session'))).toEqual(['organizationMembership.deleted', 'organizationMembership.deleted', 'organization.deleted'])
    expect(world.receiver.received.at(-1)?.event.data).toEqual({ object: 'organization', id, slug, deleted: true })
    expect(world.emulator.state().sessions.get(session.id)?.organizationId).toBe(null)
    await expect(organizations.getOrganization({ organizationId: id })).rejects.toMatchObject({ status: 404 })
  })

  test('a person: each membership is told with who it was, then the person by id alone', async () => {
    const { organizations, users } = world.clerk
    const made = await users.createUser({ emailAddress: ['leaving@example.com'], externalId: 'crm-9' })
    const { id } = await organizations.createOrganization({ name: 'Left', createdBy: made.id })
    const since = await toldUntilNow()
    await users.deleteUser(made.id)
    await world.emulator.settled()
    expect(world.receiver.types().slice(since)).toEqual(['organizationMembership.deleted', 'user.deleted'])
    expect(world.receiver.received.at(-2)?.event.data).toMatchObject({ public_user_data: { user_id: made.id, identifier: 'leaving@example.com' } })
    expect(world.receiver.received.at(-1)?.event.data).toEqual({ object: 'user', id: made.id, deleted: true, external_id: 'crm-9' })
    expect((await organizations.getOrganization({ organizationId: id, includeMembersCount: true })).membersCount).toBe(0)
  })
})

describe('invitations', () => {
  test('are made once, listed, revoked and expire', async () => {
    const { organizations } = world.clerk
    const admin = await person()
    const { id: organizationId } = await organizations.createOrganization({ name: 'Inviting', createdBy: admin })
    const since = await toldUntilNow()
    const wish = { organizationId, inviterUserId: admin, emailAddress: 'new@example.com', role: 'org:member' }
    const made = await organizations.createOrganizationInvitation({ ...wish, expiresInDays: 2 })
    expect(made).toMatchObject({ status: 'pending', emailAddress: 'new@example.com', role: 'org:member' })
    await expect(organizations.createOrganizationInvitation(wish)).rejects.toMatchObject({ errors: [{ code: 'organization_invitation_not_unique' }] })
    expect((await organizations.getOrganizationInvitationList({ organizationId, status: ['pending'] })).totalCount).toBe(1)
    expect((await organizations.revokeOrganizationInvitation({ organizationId, invitationId: made.id, requestingUserId: admin })).status).toBe('revoked')
    const again = await organizations.createOrganizationInvitation({ ...wish, expiresInDays: 2 })
    world.emulator.clock.advance(2 * 24 * 3600 + 1)
    expect((await organizations.getOrganizationInvitation({ organizationId, invitationId: again.id })).status).toBe('expired')
    const all = await (await callApi(world.emulator, 'GET /v1/organization_invitations')).json()
    expect(all).toMatchObject({ total_count: 2, data: [{ public_organization_data: { name: 'Inviting' } }, {}] })
    expect(await told(since)).toEqual(['organizationInvitation.created', 'organizationInvitation.revoked', 'organizationInvitation.created'])
  })
})
