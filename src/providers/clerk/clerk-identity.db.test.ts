import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { withCookie } from '../../../tests/support/account-steps.ts'
import { clerkEnvironment, testOrigin, useClerkWorld } from '../../../tests/support/clerk-world.ts'
import { testConfig } from '../../../tests/support/test-app.ts'
import { useTestDatabase } from '../../../tests/support/test-database.ts'
import { createClerk } from './clerk-client.ts'
import { clerkIdentity } from './clerk-identity.ts'

const database = useTestDatabase()
const world = useClerkWorld(database)

async function person(fields: object = {}) {
  const { id: userId } = await world().sdk.users.createUser({ firstName: 'Mei', username: `mei_${v7().replaceAll('-', '')}`, ...fields })
  const session = await world().signIn(userId)
  return { userId, session, headers: async (wish: object = {}) => withCookie(`__session=${await world().mint(session, wish)}`) }
}
const find = (headers: Headers) => world().app.accounts.findSession(headers)

/** Clerk's adapter with settings of its own. */
function identity(change: Record<string, string> = {}, timeoutMs = 5000) {
  const config = testConfig(database(), { ...clerkEnvironment(world().emulator), ...change })
  if (!config.clerk) throw new Error('Clerk is not set')
  return clerkIdentity({ ...config, clerk: config.clerk }, createClerk(config.clerk, timeoutMs), () => new Date())
}

describe('a session token', () => {
  it.each([1, 2])('of version %i says who, with an organization or without', async (version) => {
    const { userId, headers } = await person()
    expect(await find(await headers({ version }))).toEqual({ subject: userId, isEmailVerified: null })
    const organization = await world().sdk.organizations.createOrganization({ name: 'School', createdBy: userId })
    const session = await world().signIn(userId, { organization: organization.id })
    expect(await find(withCookie(`__session=${await world().mint(session, { version })}`))).toMatchObject({ subject: userId })
  })

  it('is checked without any call when the key is set', async () => {
    const { userId, headers } = await person()
    const shown = await headers()
    expect(await world().app.identity.findViewer(shown)).toMatchObject({ name: 'Mei' })
    const calls = await world().countCalls(async () => {
      for (let times = 0; times < 20; times += 1) expect(await world().app.identity.findViewer(shown)).not.toBeNull()
      expect(await find(shown)).toMatchObject({ subject: userId })
    })
    expect(calls).toBe(0)
  })

  it('is checked by the key set else, read once for all, and not for each made-up key', async () => {
    const { userId, headers } = await person()
    const accounts = identity({ CLERK_JWT_KEY: '' })
    const shown = await headers()
    const forged = `${Buffer.from(JSON.stringify({ alg: 'RS256', typ: 'JWT', kid: 'made-up' })).toString('base64url')}.e30.AAAA`
    const calls = await world().countCalls(async () => {
      await Promise.all(Array.from({ length: 20 }, async () => expect(await accounts.findSession(shown)).toMatchObject({ subject: userId })))
      for (let times = 0; times < 20; times += 1) expect(await accounts.findSession(withCookie(`__session=${forged}`))).toBeNull()
    })
    expect(calls).toBe(1)
  })

  it.each([
    ['another site', 'https://evil.example'],
    ['a site whose name ends like ours', 'http://evilcoursecove.localhost:3000'],
    ['another port of our host', 'http://coursecove.localhost:4000'],
    ['our host under another scheme', 'https://coursecove.localhost:3000'],
    ['the host of files, which anyone may upload', 'http://files.coursecove.localhost:3000'],
    ['something that is no address', 'melody'],
  ])('that %s fetched is refused', async (_who, azp) => {
    const { headers } = await person()
    expect(await find(await headers({ azp }))).toBeNull()
  })

  it.each([testOrigin, 'http://melody.coursecove.localhost:3000'])('that %s fetched is good', async (azp) => {
    const { userId, headers } = await person()
    expect(await find(await headers({ azp }))).toMatchObject({ subject: userId })
  })

  it('of a pending session signs nobody in', async () => {
    const { userId } = await person()
    const session = await world().signIn(userId, { organization: null, isPending: true })
    expect(await find(withCookie(`__session=${await world().mint(session)}`))).toBeNull()
  })

  it('that ran out signs nobody in, but still signs out the session it is of', async () => {
    const { session, headers } = await person()
    const old = await headers({ lifetimeSeconds: -600 })
    expect(await find(old)).toBeNull()
    const { cookies } = await world().app.accounts.signOut(old)
    expect(cookies).toContainEqual(expect.stringMatching(/^__session=;.*Domain=coursecove\.localhost/))
    expect((await world().sdk.sessions.getSession(session)).status).toBe('revoked')
  })

  it('is taken from the cookie of this instance, whatever another on the same domain left', async () => {
    const { userId, headers } = await person()
    // What Clerk's own script makes of this key.
    const [publishableKey, name] = ['pk_test_dG91Y2hlZC1sYWR5YmlyZC0yMy5jbGVyay5hY2NvdW50cy5kZXYk', '__session_5BbNU2Gx']
    const accounts = identity({ NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: publishableKey })
    const token = (await headers()).get('cookie')?.split('=')[1] ?? ''
    expect(await accounts.findSession(withCookie(`__session=another.instance.s; theme=dark; ${name}=${token}`))).toMatchObject({ subject: userId })

    const { cookies } = await accounts.signOut(withCookie(`theme=dark; __session=x; ${name}=${token}; __client_uat=1`))
    expect([...new Set(cookies.map((line) => line.split('=')[0]))].sort()).toEqual(['__client_uat', '__session', name].sort())
  })
})

describe('an account', () => {
  it('may have no address at all', async () => {
    const { headers } = await person()
    expect(await world().app.identity.findViewer(await headers())).toMatchObject({ name: 'Mei', email: null })
  })

  it('has the address that is the primary one, not the first', async () => {
    const { id } = await world().sdk.users.createUser({ emailAddress: ['first@test.example'] })
    await world().sdk.emailAddresses.createEmailAddress({ userId: id, emailAddress: 'second@test.example', verified: true, primary: true })
    expect(await world().app.accounts.fetchAccount(id)).toMatchObject({ email: 'second@test.example' })
  })

  it('that is made twice at once for one link is one', async () => {
    const ask = () => world().app.accounts.createSignInLink({ email: 'twice@test.example', name: 'Two', callbackUrl: testOrigin, expiresInSeconds: 60 })
    await Promise.all([ask(), ask(), ask()])
    expect((await world().sdk.users.getUserList({ emailAddress: ['twice@test.example'] })).data).toHaveLength(1)
  })
})

describe('when Clerk does not answer as it should', () => {
  const fetchMei = (accounts = world().app.accounts) => accounts.fetchAccount('user_mei').catch((fault: unknown) => fault)

  it('the fault says how long to wait', async () => {
    world().emulator.setFaults({ api: [{ kind: 'rate_limit', retryAfterSeconds: 7, times: 1 }] })
    expect(await fetchMei()).toMatchObject({ code: 'identity-unavailable', status: 503, retryAfterSeconds: 7 })
  })

  it.each(['server_error', 'cut_off'] as const)('%s is a fault that another try may mend', async (kind) => {
    world().emulator.setFaults({ api: [{ kind, times: 1 }] })
    expect(await fetchMei()).toMatchObject({ code: 'identity-unavailable', retryAfterSeconds: 5 })
  })

  it('nobody waits for ever', async () => {
    world().emulator.setFaults({ api: [{ kind: 'delay', seconds: 1, times: 1 }] })
    expect(await fetchMei(identity({}, 50))).toMatchObject({ code: 'identity-unavailable' })
    world().emulator.setFaults({})
  })

  it('who is known already is let in all the same', async () => {
    const { headers } = await person()
    const shown = await headers()
    await world().app.identity.findViewer(shown)
    world().emulator.setFaults({ api: [{ kind: 'server_error', times: 100 }] })
    expect(await world().app.identity.findViewer(shown)).not.toBeNull()
    world().emulator.setFaults({})
  })
})
