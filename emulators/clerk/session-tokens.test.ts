import { verifyToken } from '@clerk/backend'
import { afterEach, describe, expect, test } from 'vitest'
import { callApi, postJson, sdkFor, startEmulator } from './emulator-harness.ts'
import type { ClerkEmulatorOptions } from './start-clerk-emulator.ts'

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => { for (const close of closers.splice(0)) await close() })

const TEACHER = { 'org:teacher': { name: 'Teacher', permissions: ['org:courses:read', 'org:courses:manage', 'org:money:read', 'org:sys_profile:manage'] } }

/** Somebody who is signed in as a teacher. */
async function start(options: ClerkEmulatorOptions = {}) {
  const world = await startEmulator({ roles: TEACHER, ...options })
  closers.push(world.close)
  const { users, organizations, sessions } = world.clerk
  const { id: userId } = await users.createUser({ emailAddress: ['teacher@example.com'] })
  const { id: organizationId, slug } = await organizations.createOrganization({ name: 'School' })
  await organizations.createOrganizationMembership({ organizationId, userId, role: 'org:teacher' })
  const session = await sessions.createSession({ userId })
  const mint = async (wish: object = {}) => (await postJson<{ jwt: string }>(`${world.emulator.url}/_emulator/tokens`, { session: session.id, ...wish })).jwt
  const authenticate = async (token: string, more: object = {}) => sdkFor(world.emulator).authenticateRequest(
    new Request('https://app.example/page', { headers: { authorization: `Bearer ${token}` } }), more)
  return { ...world, userId, organizationId, slug, session, mint, authenticate }
}

describe('a session token', () => {
  test.each([1, 2] as const)('of version %i gives the SDK the same person, organization, role and permissions', async (version) => {
    const { mint, authenticate, userId, organizationId, slug, session } = await start()
    const auth = (await authenticate(await mint({ version }))).toAuth()
    expect(auth).toMatchObject({ userId, sessionId: session.id, orgId: organizationId, orgSlug: slug, orgRole: 'org:teacher', sessionStatus: 'active' })
    expect(auth && 'orgPermissions' in auth && [...auth.orgPermissions ?? []].sort()).toEqual(['org:courses:manage', 'org:courses:read', 'org:money:read'])
    expect(auth && 'has' in auth && auth.has({ permission: 'org:courses:manage' })).toBe(true)
  })

  test('has `o` only with an active organization, and lives as long as it was set to', async () => {
    const { clerk, emulator, userId, organizationId, session } = await start({ tokenSeconds: 90 })
    const read = async (id: string) => verifyToken((await clerk.sessions.getToken(id)).jwt, { jwtKey: emulator.connection.CLERK_JWT_KEY })
    const claims = await read(session.id)
    expect(claims).toMatchObject({ v: 2, sub: userId, sid: session.id, sts: 'active', iss: emulator.url, fva: [0, -1], o: { id: organizationId, rol: 'teacher' } })
    expect(claims.exp - claims.iat).toBe(90)
    const alone = await postJson<{ id: string }>(`${emulator.url}/_emulator/sessions`, { user: userId, organization: null })
    expect(Object.keys(await read(alone.id))).not.toContain('o')
    const long = await verifyToken((await clerk.sessions.getToken(session.id, undefined, 3600)).jwt, { jwtKey: emulator.connection.CLERK_JWT_KEY })
    expect(long.exp - long.iat).toBe(3600)
  })

  test('loses the organization with the membership, at the next token', async () => {
    const { clerk, mint, authenticate, organizationId, userId } = await start()
    const before = await mint()
    await clerk.organizations.deleteOrganizationMembership({ organizationId, userId })
    expect((await authenticate(before)).toAuth()).toMatchObject({ orgId: organizationId })
    expect((await authenticate(await mint())).toAuth()).toMatchObject({ userId, orgId: undefined })
  })

  test('is refused when it has ended, or was made for another application', async () => {
    const { mint, authenticate } = await start()
    expect(await authenticate(await mint({ lifetimeSeconds: -60 }))).toMatchObject({ status: 'signed-out', reason: expect.stringContaining('token-expired') })
    const parties = { authorizedParties: ['https://app.example'] }
    expect(await authenticate(await mint({ azp: 'https://evil.example' }), parties)).toMatchObject({ status: 'signed-out', reason: 'token-invalid-authorized-parties' })
    expect(await authenticate(await mint({ azp: 'https://app.example' }), parties)).toMatchObject({ status: 'signed-in' })
  })

  test('of a pending session hides the person', async () => {
    const { emulator, userId, mint, authenticate } = await start()
    const pending = await postJson<{ id: string; status: string; tasks: unknown }>(`${emulator.url}/_emulator/sessions`, { user: userId, organization: null, isPending: true })
    expect(pending).toMatchObject({ status: 'pending', tasks: [{ key: 'choose-organization' }] })
    expect((await authenticate(await mint({ session: pending.id }))).toAuth()).toMatchObject({ userId: null })
  })

  test('verifies by the key set of the instance too, and stays good when the clock is wound', async () => {
    const { clerk, emulator, session } = await start()
    emulator.clock.advance(3 * 24 * 3600)
    const { jwt } = await clerk.sessions.getToken(session.id)
    const claims = await verifyToken(jwt, { secretKey: emulator.secretKey, apiUrl: emulator.url, skipJwksCache: true })
    expect(claims.sid).toBe(session.id)
    expect((await clerk.jwks.getJwks()).keys?.[0]).toMatchObject({ kty: 'RSA', alg: 'RS256', use: 'sig' })
  })
})

describe('sessions', () => {
  test('are listed by person, revoked once, and give no token after that', async () => {
    const { clerk, userId, session } = await start()
    const second = await clerk.sessions.createSession({ userId })
    const all = await clerk.sessions.getSessionList({ userId })
    expect([all.data.map((one) => one.id), all.totalCount]).toEqual([[second.id, session.id], 2])
    expect((await clerk.sessions.revokeSession(session.id)).status).toBe('revoked')
    expect((await clerk.sessions.getSessionList({ userId, status: 'active' })).data.map((one) => one.id)).toEqual([second.id])
    await expect(clerk.sessions.getToken(session.id)).rejects.toMatchObject({ status: 404 })
    await expect(clerk.sessions.getSessionList({})).rejects.toMatchObject({ status: 422 })
  })

  test('are a bare list for who asks for no pages, and expire after a week', async () => {
    const { emulator, clerk, userId, session } = await start()
    expect(await (await callApi(emulator, `GET /v1/sessions?user_id=${userId}`)).json()).toMatchObject([{ id: session.id, object: 'session' }])
    emulator.clock.advance(7 * 24 * 3600 + 1)
    expect((await clerk.sessions.getSession(session.id)).status).toBe('expired')
  })

  test('cannot be made by the API of a live instance', async () => {
    const world = await startEmulator({ secretKey: 'sk_live_emulator' })
    closers.push(world.close)
    const { id } = await world.clerk.users.createUser({ username: 'someone' })
    await expect(world.clerk.sessions.createSession({ userId: id })).rejects.toMatchObject({ errors: [{ code: 'request_invalid_for_environment' }] })
    expect(world.emulator.connection.CLERK_PUBLISHABLE_KEY).toMatch(/^pk_live_/)
  })
})
