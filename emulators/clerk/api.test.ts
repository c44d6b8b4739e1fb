import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { callApi, postJson, sdkFor, startEmulator } from './emulator-harness.ts'
import { startClerkEmulator } from './start-clerk-emulator.ts'

let world: Awaited<ReturnType<typeof startEmulator>>
beforeAll(async () => { world = await startEmulator({ rateLimit: 0 }) })
beforeEach(() => world.emulator.setFaults({}))
afterAll(() => world.close())

describe('strictness', () => {
  test('a wrong key and none are refused with 401, in the shape of Clerk', async () => {
    await expect(sdkFor(world.emulator, 'sk_test_wrong').users.getCount()).rejects.toMatchObject({ status: 401, errors: [{ code: 'clerk_key_invalid' }] })
    const answer = await fetch(`${world.emulator.url}/v1/users`)
    expect(answer.status).toBe(401)
    expect(await answer.json()).toEqual({
      errors: [{ code: 'authorization_header_format_invalid', message: expect.any(String), long_message: expect.any(String), meta: {} }],
      clerk_trace_id: expect.stringMatching(/^[0-9a-f]{32}$/),
    })
  })

  test('an answer is typed exactly as the SDK wants it, and an error carries its trace', async () => {
    const answer = await callApi(world.emulator, 'GET /v1/users/count')
    expect([answer.headers.get('content-type'), answer.headers.get('clerk-api-version')]).toEqual(['application/json', '2026-05-12'])
    await expect(world.clerk.users.getUser('user_none')).rejects.toMatchObject({ clerkTraceId: expect.stringMatching(/^[0-9a-f]{32}$/) })
  })

  test.each([
    ['POST /v1/users', { username: 'a', colour: 'red' }, 422, ['form_param_unknown', 'colour']],
    ['POST /v1/users', { username: 7 }, 422, ['form_param_type_invalid', 'username']],
    ['POST /v1/users?colour=red', { username: 'a' }, 422, ['form_param_unknown', 'colour']],
    ['POST /v1/users', { username: 'a', phone_number: ['+4366012345'] }, 422, ['form_param_unknown', 'phone_number']],
    ['POST /v1/users', { username: 'a', created_at: 'yesterday' }, 422, ['form_param_invalid_time', 'created_at']],
    ['POST /v1/organizations', {}, 422, ['form_param_missing', 'name']],
    ['POST /v1/organizations', { name: '<b>' }, 422, ['form_param_value_invalid', 'name']],
    ['GET /v1/users?limit=1&limit=2', undefined, 422, ['form_param_duplicate', 'limit']],
    ['GET /v1/organizations/none', undefined, 404, ['resource_not_found', undefined]],
    ['GET /v1/phone_numbers', undefined, 404, ['resource_not_found', undefined]],
  ])('%s with %j is refused', async (what, body, status, refusal) => {
    const answer = await callApi(world.emulator, what, body)
    const { errors } = await answer.json()
    expect([answer.status, [errors[0].code, errors[0].meta.param_name]]).toEqual([status, refusal])
  })

  test('a body that is no JSON, and another API version, are refused with 400', async () => {
    const torn = await fetch(`${world.emulator.url}/v1/users`, { method: 'POST', body: '{"username":', headers: { authorization: `Bearer ${world.emulator.secretKey}` } })
    expect([torn.status, (await torn.json()).errors[0].code]).toEqual([400, 'request_body_invalid'])
    expect((await callApi(world.emulator, 'GET /v1/users/count', undefined, { 'clerk-api-version': '2021-02-05' })).status).toBe(400)
  })
})

describe('rates', () => {
  test('too many calls are refused until ten seconds are over; the key set is not counted', async () => {
    const strict = await startClerkEmulator({ port: 0, rateLimit: 3 })
    const statuses = async (times: number, path: string) => Promise.all(Array.from({ length: times }, async () => (await callApi(strict, `GET ${path}`)).status))
    expect((await statuses(4, '/v1/users/count')).sort()).toEqual([200, 200, 200, 429])
    expect(await statuses(3, '/v1/jwks')).toEqual([200, 200, 200])
    await expect(sdkFor(strict).users.getCount()).rejects.toMatchObject({ status: 429, retryAfter: expect.any(Number), errors: [{ code: 'too_many_requests' }] })
    strict.clock.advance(10)
    expect(await statuses(1, '/v1/users/count')).toEqual([200])
    await strict.close()
  })

  test('one person is changed ten times in ten seconds, no more', async () => {
    const { users } = world.clerk
    const [{ id }, other] = [await users.createUser({ username: 'busy' }), await users.createUser({ username: 'calm' })]
    for (let turn = 0; turn < 10; turn += 1) await users.updateUser(id, { firstName: `${turn}` })
    await expect(users.updateUser(id, { firstName: 'again' })).rejects.toMatchObject({ status: 429 })
    expect((await users.updateUser(other.id, { firstName: 'fine' })).firstName).toBe('fine')
  })
})

describe('fault switches of the API', () => {
  test('429 says when to come again, and is used up', async () => {
    world.emulator.setFaults({ api: [{ kind: 'rate_limit', path: '/v1/users/count', retryAfterSeconds: 7 }] })
    await expect(world.clerk.users.getCount()).rejects.toMatchObject({ status: 429, retryAfter: 7 })
    expect(await world.clerk.users.getCount()).toEqual(expect.any(Number))
  })

  test('a server error has done nothing, a lost answer has', async () => {
    const before = await world.clerk.users.getCount()
    world.emulator.setFaults({ api: [{ kind: 'server_error', method: 'POST', status: 502 }, { kind: 'lost_answer', method: 'POST', status: 504 }] })
    await expect(world.clerk.users.createUser({ username: 'lost1' })).rejects.toMatchObject({ status: 502 })
    expect(await world.clerk.users.getCount()).toBe(before)
    await expect(world.clerk.users.createUser({ username: 'lost2' })).rejects.toMatchObject({ status: 504 })
    expect(await world.clerk.users.getCount()).toBe(before + 1)
  })

  test('a walk is cut off in the middle of its third page, and goes on from its cursor', async () => {
    const fresh = await startEmulator({ load: { users: 50 } })
    fresh.emulator.setFaults({ api: [{ kind: 'cut_off', method: 'GET', path: '/v1/users', after: 2 }] })
    const seen = new Set<string>()
    let cuts = 0
    for (let cursor = ''; seen.size < 50 && cuts < 5;) {
      const page = await callApi(fresh.emulator, `GET /v1/users?limit=10&order_by=%2Bcreated_at${cursor && `&starting_after=${cursor}`}`)
        .then((answer) => answer.json() as Promise<{ id: string }[]>).catch(() => null)
      if (page === null) cuts += 1
      for (const one of page ?? []) seen.add(one.id)
      cursor = page?.at(-1)?.id ?? cursor
    }
    expect([seen.size, cuts]).toEqual([50, 1])
    await fresh.close()
  })

  test('a slow answer comes late, and others are not held up by it', async () => {
    world.emulator.setFaults({ api: [{ kind: 'delay', path: '/v1/jwks', seconds: 0.2 }] })
    const order: string[] = []
    await Promise.all([
      callApi(world.emulator, 'GET /v1/jwks').then(() => order.push('slow')),
      callApi(world.emulator, 'GET /v1/users/count').then(() => order.push('quick')),
    ])
    expect(order).toEqual(['quick', 'slow'])
  })

  test('an unknown fault and a page of another site are refused', async () => {
    await expect(postJson(`${world.emulator.url}/_emulator/faults`, { api: [{ kind: 'earthquake' }] })).rejects.toThrow(/^400/)
    const foreign = await fetch(`${world.emulator.url}/_emulator/reset`, { method: 'POST', headers: { origin: 'https://elsewhere.example' } })
    expect(foreign.status).toBe(403)
  })
})

test('a reset forgets everybody and keeps the keys; ids are new', async () => {
  const { emulator, clerk, close } = await startEmulator()
  const before = await clerk.users.createUser({ username: 'gone' })
  const key = await (await fetch(`${emulator.url}/_emulator/jwt-key`)).text()
  await postJson(`${emulator.url}/_emulator/reset`, {})
  expect(await clerk.users.getCount()).toBe(0)
  expect((await clerk.users.createUser({ username: 'gone' })).id).not.toBe(before.id)
  expect(await (await fetch(`${emulator.url}/_emulator/jwt-key`)).text()).toBe(key)
  const page = await (await fetch(`${emulator.url}/_emulator/`)).text()
  expect(page).toContain('CLERK_JWT_KEY')
  await close()
})
