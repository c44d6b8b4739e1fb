import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { callApi, startEmulator } from './emulator-harness.ts'

let world: Awaited<ReturnType<typeof startEmulator>>
const ids: string[] = []
beforeAll(async () => {
  world = await startEmulator({ userRateLimit: 0 })
  for (let index = 0; index < 9; index += 1) {
    const made = await world.clerk.users.createUser({
      emailAddress: [`person${index}@example.com`], firstName: ['Mei', 'Ada', 'Noor'][index % 3], lastName: `L${index}`, externalId: `e${index}`, username: `u_${index}`,
    })
    ids.push(made.id)
    // Another second for each, so that orders by time have one answer only.
    world.emulator.clock.advance(1)
  }
})
afterAll(() => world.close())

/** What the SDK's types do not name, as a caller who knows the API would send it. */
const list = (params: Record<string, unknown>) => world.clerk.users.getUserList(params as Parameters<typeof world.clerk.users.getUserList>[0])
const idsOf = async (params: Record<string, unknown>) => (await list(params)).data.map((one) => one.id)
const positions = async (params: Record<string, unknown>) => (await idsOf(params)).map((id) => ids.indexOf(id))

describe('pages of people', () => {
  test('come newest first, ten at most, with the count of all', async () => {
    const page = await list({ limit: 4 })
    expect([page.data.map((one) => ids.indexOf(one.id)), page.totalCount]).toEqual([[8, 7, 6, 5], 9])
    expect(await positions({ limit: 4, offset: 4 })).toEqual([4, 3, 2, 1])
    expect(await positions({ limit: 4, offset: 8 })).toEqual([0])
    expect(await positions({ limit: 4, offset: 40 })).toEqual([])
  })

  test('are a bare list on the wire', async () => {
    const body = await (await callApi(world.emulator, 'GET /v1/users?limit=2')).json()
    expect(body).toHaveLength(2)
    expect(body[0]).toMatchObject({ object: 'user', id: ids[8] })
  })

  test.each(['+created_at', '-created_at', undefined])('walk by cursor through all, once each, in the order %s', async (orderBy) => {
    const seen: number[] = []
    for (let cursor: string | undefined; ;) {
      const page = await idsOf({ limit: 4, ...(orderBy ? { orderBy } : {}), ...(cursor ? { startingAfter: cursor } : {}) })
      seen.push(...page.map((id) => ids.indexOf(id)))
      cursor = page.at(-1)
      if (page.length < 4) break
    }
    const upward = [0, 1, 2, 3, 4, 5, 6, 7, 8]
    expect(seen).toEqual(orderBy === '+created_at' ? upward : upward.reverse())
  })

  test('a cursor stays true while others are created and deleted, where an offset drifts', async () => {
    const { users } = world.clerk
    const extra = await users.createUser({ username: 'passing' })
    const first = await idsOf({ limit: 3, orderBy: '-created_at' })
    await users.deleteUser(extra.id)
    expect(await positions({ limit: 2, orderBy: '-created_at', startingAfter: first[2] })).toEqual([6, 5])
    // The page by number has lost one: what stood fourth is third now.
    expect(await positions({ limit: 2, orderBy: '-created_at', offset: 3 })).toEqual([5, 4])
    await expect(list({ startingAfter: extra.id })).rejects.toMatchObject({ status: 422, errors: [{ code: 'form_resource_not_found' }] })
  })

  test.each([
    ['another order', { startingAfter: 'x', orderBy: '-updated_at' }, 'form_conditional_param_disallowed'],
    ['an offset', { startingAfter: 'x', offset: 3 }, 'form_conditional_param_disallowed'],
  ])('a cursor with %s is refused', async (_name, params, code) => {
    await expect(list(params)).rejects.toMatchObject({ status: 422, errors: [{ code }] })
  })

  test.each([
    ['limit=0', 'limit'], ['limit=501', 'limit'], ['limit=ten', 'limit'], ['offset=-1', 'offset'], ['order_by=shoe_size', 'order_by'], ['colour=red', 'colour'],
  ])('?%s is refused', async (query, param) => {
    const answer = await callApi(world.emulator, `GET /v1/users?${query}`)
    expect([answer.status, (await answer.json()).errors[0].meta.param_name]).toEqual([422, param])
  })
})

describe('orders', () => {
  test('by the last change find what changed last first', async () => {
    await world.clerk.users.updateUser(ids[3] ?? '', { lastName: 'Changed' })
    expect((await positions({ orderBy: '-updated_at', limit: 2 }))).toEqual([3, 8])
    expect((await positions({ orderBy: 'updated_at', limit: 1 }))).toEqual([0])
  })

  test('by name put who has none last, and first when turned round', async () => {
    const { users } = world.clerk
    const nameless = await users.createUser({ username: 'zz' })
    expect((await idsOf({ orderBy: '+first_name' })).at(-1)).toBe(nameless.id)
    expect((await idsOf({ orderBy: '-first_name' }))[0]).toBe(nameless.id)
    expect((await positions({ orderBy: '+first_name', limit: 3 }))).toEqual([1, 4, 7])
    expect((await idsOf({ orderBy: '-email_address' }))[1]).toBe(ids[8])
    await users.deleteUser(nameless.id)
  })
})

describe('filters', () => {
  test.each([
    ['ids', { userId: () => [ids[1], ids[5], 'user_none'] }, [5, 1]],
    ['ids to leave out', { userId: () => ids.slice(2).map((id) => `-${id}`) }, [1, 0]],
    ['addresses of any size', { emailAddress: () => ['PERSON4@example.com', 'none@example.com'] }, [4]],
    ['external ids', { externalId: () => ['e7', '+e8'] }, [8, 7]],
    ['usernames', { username: () => ['u_2'] }, [2]],
    ['a part of anything', { query: () => 'son6@' }, [6]],
    ['a part of the name', { query: () => 'ada l4' }, [4]],
    ['creation after a time', { createdAtAfter: () => world.emulator.state().users.get(ids[6] ?? '')?.createdAt }, [8, 7]],
  ])('by %s', async (_name, given, expected) => {
    const params = Object.fromEntries(Object.entries(given).map(([key, value]) => [key, value()]))
    const page = await list(params)
    expect([page.data.map((one) => ids.indexOf(one.id)), page.totalCount]).toEqual([expected, expected.length])
  })

  test('page like the whole, by number and by cursor', async () => {
    expect(await positions({ query: 'mei', limit: 2 })).toEqual([6, 3])
    expect(await positions({ query: 'mei', limit: 2, offset: 2 })).toEqual([0])
    expect(await positions({ query: 'mei', limit: 2, startingAfter: ids[6] })).toEqual([3, 0])
    expect(await positions({ query: 'mei', limit: 2, startingAfter: ids[4], orderBy: '+created_at' })).toEqual([6])
  })

  test('by organization find its members, or all the others', async () => {
    const { organizations } = world.clerk
    const { id } = await organizations.createOrganization({ name: 'Choir', createdBy: ids[0] ?? '' })
    await organizations.createOrganizationMembership({ organizationId: id, userId: ids[4] ?? '', role: 'org:member' })
    expect(await positions({ organizationId: [id] })).toEqual([4, 0])
    expect((await list({ organizationId: [`-${id}`] })).totalCount).toBe(7)
  })
})
