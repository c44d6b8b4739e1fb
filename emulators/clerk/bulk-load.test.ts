import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { callApi, postJson, startEmulator } from './emulator-harness.ts'

const USERS = 5000
let world: Awaited<ReturnType<typeof startEmulator>>
beforeAll(async () => { world = await startEmulator({ rateLimit: 0, load: { users: USERS, organizations: 20, membershipsPerUser: 2 } }) })
afterAll(() => world.close())

describe('a bulk load', () => {
  test('is there from the start: each organization with an admin, each person in as many as was asked', async () => {
    const { organizations, users } = world.clerk
    const { data, totalCount } = await organizations.getOrganizationList({ limit: 100, includeMembersCount: true })
    expect([totalCount, data.reduce((sum, one) => sum + (one.membersCount ?? 0), 0)]).toEqual([20, 2 * USERS])
    const { data: members } = await organizations.getOrganizationMembershipList({ organizationId: data[0]?.id ?? '', role: ['org:admin'] })
    expect(members).toHaveLength(1)
    const [found] = (await users.getUserList({ emailAddress: ['load-77@people.example'] })).data
    expect(found).toMatchObject({ externalId: 'load-77' })
    expect((await users.getOrganizationMembershipList({ userId: found?.id ?? '' })).totalCount).toBe(2)
    expect(world.emulator.state().events.size).toBe(0)
  })

  test('is walked to its end by cursor, everybody once', async () => {
    const seen = new Set<string>()
    for (let cursor = '', page: { id: string }[] = []; ; cursor = page.at(-1)?.id ?? '') {
      page = await (await callApi(world.emulator, `GET /v1/users?limit=500&order_by=%2Bcreated_at${cursor && `&starting_after=${cursor}`}`)).json()
      for (const one of page) seen.add(one.id)
      if (page.length < 500) break
    }
    expect(seen.size).toBe(USERS)
    const memberships = new Set<string>()
    for (let offset = 0; offset < 2 * USERS; offset += 500) {
      for (const one of (await world.clerk.organizations.getInstanceOrganizationMembershipList({ limit: 500, offset })).data) memberships.add(one.id)
    }
    expect(memberships.size).toBe(2 * USERS)
  })

  test('comes on top of another under its own prefix, told by webhook where that is asked, and never twice', async () => {
    const load = (body: object) => postJson(`${world.emulator.url}/_emulator/load`, body)
    expect(await load({ users: 3, organizations: 1, prefix: 'more', isTold: true })).toMatchObject({ users: USERS + 3, organizations: 21 })
    expect([...world.emulator.state().events.values()].map((one) => one.type).sort()).toEqual([
      'organization.created', ...Array(3).fill('organizationMembership.created'), ...Array(3).fill('user.created'),
    ])
    await expect(load({ users: 1, prefix: 'more' })).rejects.toThrow(/loaded before/)
    expect((await world.clerk.users.getUserList({ limit: 1 })).data[0]?.externalId).toBe('more-3')
  })

  test('is in the order of its creation however the dates are moved', async () => {
    const { users } = world.clerk
    const made = await users.createUser({ username: 'old', createdAt: new Date('2020-01-01T00:00:00Z') })
    const upward = async (limit: number) => (await users.getUserList({ limit, orderBy: '+created_at' })).data.map((one) => one.id)
    const [first, second] = await upward(2)
    expect(first).toBe(made.id)
    await callApi(world.emulator, `PATCH /v1/users/${made.id}`, { created_at: '2030-01-01T00:00:00Z' })
    expect((await upward(1))[0]).toBe(second)
    expect((await users.getUserList({ limit: 1 })).data[0]?.id).toBe(made.id)
  })
})
