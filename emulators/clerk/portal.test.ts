import { afterEach, describe, expect, test } from 'vitest'
import { postJson, sdkFor, startBrowser, startEmulator } from './emulator-harness.ts'
import type { ClerkEmulatorOptions } from './start-clerk-emulator.ts'

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => { for (const close of closers.splice(0)) await close() })
const APP = 'http://melody.coursecove.localhost:3000'

async function start(options: ClerkEmulatorOptions = {}) {
  const world = await startEmulator({ cookieDomain: 'coursecove.localhost', ...options })
  closers.push(world.close)
  const browser = startBrowser(world.emulator)
  /** What the SDK of an application makes of the cookies of this browser. */
  const seenByApp = (more: Record<string, string> = {}) => sdkFor(world.emulator).authenticateRequest(
    new Request(`${APP}/courses`, { headers: { cookie: browser.cookieHeader(), 'sec-fetch-dest': 'document', accept: 'text/html', ...more } }),
    { authorizedParties: [APP] },
  )
  return { ...world, browser, seenByApp }
}
const back = (path = '/courses') => `redirect_url=${encodeURIComponent(APP + path)}`

describe('the account portal', () => {
  test('signs in by a token of an application, once', async () => {
    const { clerk, browser, emulator } = await start()
    const { id: userId } = await clerk.users.createUser({ emailAddress: ['mei@example.com'] })
    const { token } = await clerk.signInTokens.createSignInToken({ userId, expiresInSeconds: 60 })
    const answer = await browser.visit(`/sign-in?__clerk_ticket=${token}&${back()}`)
    expect([answer.status, answer.location]).toEqual([303, `${APP}/courses`])
    expect(emulator.state().sessions.size()).toBe(1)
    expect((await startBrowser(emulator).visit(`/sign-in?__clerk_ticket=${token}&${back()}`)).status).toBe(200)

    const { token: old } = await clerk.signInTokens.createSignInToken({ userId, expiresInSeconds: 60 })
    emulator.clock.advance(61)
    expect((await startBrowser(emulator).visit(`/sign-in?__clerk_ticket=${old}&${back()}`)).status).toBe(200)
    expect(emulator.state().sessions.size()).toBe(1)
  })

  test('signs up, and the application under the cookie domain knows the person', async () => {
    const { emulator, browser, seenByApp } = await start()
    expect((await browser.visit(`/sign-up?${back()}`)).text).toContain('Sign up')
    const answer = await browser.visit('/sign-up', { email: 'mei@example.com', first_name: 'Mei', last_name: '', redirect_url: `${APP}/courses` })
    expect([answer.status, answer.location]).toEqual([303, `${APP}/courses`])
    expect(answer.cookies.filter((line) => /^__(session|client_uat)=/.test(line)).every((line) => line.includes('Domain=coursecove.localhost'))).toBe(true)
    expect(answer.cookies.find((line) => line.startsWith('__client='))).not.toContain('Domain')
    const state = await seenByApp()
    expect(state.status).toBe('signed-in')
    expect(state.toAuth()).toMatchObject({ userId: emulator.state().users.oldestFirst()[0]?.id, orgId: undefined, sessionClaims: { azp: APP } })
    expect((await browser.visit('/')).text).toContain('Signed in as mei@example.com')
  })

  test('signs in who has an account, without a question the second time, and out again', async () => {
    const { clerk, browser, seenByApp } = await start()
    const { id } = await clerk.users.createUser({ emailAddress: ['ada@example.com'] })
    expect((await browser.visit('/sign-in', { email: 'nobody@example.com', redirect_url: APP })).text).toContain('Couldn’t find your account.')
    await browser.visit('/sign-in', { email: 'ADA@example.com', redirect_url: APP })
    expect((await seenByApp()).toAuth()).toMatchObject({ userId: id })
    expect((await clerk.users.getUser(id)).lastSignInAt).toEqual(expect.any(Number))
    expect(await browser.visit(`/sign-in?${back('/again')}`)).toMatchObject({ status: 303, location: `${APP}/again` })

    expect(await browser.visit(`/sign-out?${back('/bye')}`)).toMatchObject({ status: 303, location: `${APP}/bye` })
    expect(await seenByApp()).toMatchObject({ status: 'signed-out' })
    expect((await clerk.sessions.getSessionList({ userId: id })).data.map((one) => one.status)).toEqual(['removed'])
  })

  test('renews a token that ran out where the SDK sends the browser for it', async () => {
    const { emulator, clerk, browser, seenByApp } = await start()
    const { id } = await clerk.users.createUser({ emailAddress: ['late@example.com'] })
    await browser.visit('/sign-in', { email: 'late@example.com', redirect_url: APP })
    const sessionId = emulator.state().sessions.oldestFirst()[0]?.id
    const { jwt } = await postJson<{ jwt: string }>(`${emulator.url}/_emulator/tokens`, { session: sessionId, lifetimeSeconds: -60 })
    browser.jar.set('__session', jwt)
    // As if the sign-in were older than the token: only its end is wrong with it.
    browser.jar.set('__client_uat', '1')
    const state = await seenByApp()
    expect(state.status).toBe('handshake')
    const location = new URL(state.headers.get('location') ?? '')
    expect([location.origin, location.pathname]).toEqual([emulator.url, '/v1/client/handshake'])
    const answer = await browser.visit(location.pathname + location.search)
    expect(answer.status).toBe(307)
    const returned = new URL(answer.location ?? '')
    expect(returned.origin + returned.pathname).toBe(`${APP}/courses`)
    // The SDK asks for what the nonce stands for, once.
    const resolved = await sdkFor(emulator).authenticateRequest(new Request(returned, { headers: { cookie: browser.cookieHeader() } }))
    expect(resolved.toAuth()).toMatchObject({ userId: id })
    const nonce = returned.searchParams.get('__clerk_handshake_nonce') ?? ''
    await expect(clerk.clients.getHandshakePayload({ nonce })).rejects.toMatchObject({ status: 404 })
    // Who is signed out everywhere comes back signed out, and not in a circle.
    await clerk.sessions.revokeSession(sessionId ?? '')
    await browser.visit(`/refresh?${back()}`)
    expect(await seenByApp()).toMatchObject({ status: 'signed-out' })
  })

  test('makes an organization, changes to another and to none', async () => {
    const { clerk, browser, seenByApp } = await start()
    await browser.visit('/sign-up', { email: 'owner@example.com', redirect_url: APP })
    expect((await browser.visit('/create-organization', { name: '', redirect_url: APP })).status).toBe(400)
    await browser.visit('/create-organization', { name: 'First School', redirect_url: APP })
    await browser.visit('/create-organization', { name: 'Second School', slug: 'second', redirect_url: APP })
    const active = async () => { const auth = (await seenByApp()).toAuth(); return auth && 'orgSlug' in auth ? [auth.orgSlug, auth.orgRole] : null }
    expect(await active()).toEqual(['second', 'org:admin'])
    const first = await clerk.organizations.getOrganization({ slug: 'first-school' })
    expect((await browser.visit(`/choose-organization?${back()}`)).text).toContain('First School')
    await browser.visit('/choose-organization', { organization: first.id, redirect_url: APP })
    expect(await active()).toEqual(['first-school', 'org:admin'])
    await browser.visit('/choose-organization', { organization: '', redirect_url: APP })
    expect(await active()).toEqual([undefined, undefined])
  })

  test('keeps who has no organization waiting where one is forced', async () => {
    const { emulator, browser, seenByApp } = await start({ isOrganizationForced: true })
    const answer = await browser.visit('/sign-up', { email: 'waiting@example.com', redirect_url: APP })
    expect(answer.location).toMatch(/^\/choose-organization\?/)
    expect((await seenByApp()).toAuth()).toMatchObject({ userId: null })
    await browser.visit('/create-organization', { name: 'At last', redirect_url: APP })
    expect((await seenByApp()).toAuth()).toMatchObject({ orgSlug: 'at-last' })
    expect([...emulator.state().events.values()].map((one) => one.type)).toEqual([
      'user.created', 'session.pending', 'organization.created', 'organizationMembership.created', 'session.created',
    ])
  })

  test('takes an invitation up, and only once', async () => {
    const { emulator, clerk, browser, seenByApp } = await start()
    const { id: organizationId } = await clerk.organizations.createOrganization({ name: 'Inviting' })
    const made = await clerk.organizations.createOrganizationInvitation({ organizationId, emailAddress: 'guest@example.com', role: 'org:member', redirectUrl: `${APP}/welcome` })
    const address = new URL(made.url ?? '')
    expect((await browser.visit(address.pathname + address.search)).text).toContain('Join Inviting')
    const form = { ticket: address.searchParams.get('ticket') ?? '' }
    expect(await browser.visit('/accept-invitation', form)).toMatchObject({ status: 303, location: `${APP}/welcome` })
    expect((await seenByApp()).toAuth()).toMatchObject({ orgId: organizationId, orgRole: 'org:member' })
    expect((await browser.visit('/accept-invitation', form)).text).toContain('not open')
    expect([...emulator.state().events.values()].map((one) => one.type)).toContain('organizationInvitation.accepted')
  })
})

describe('the way back', () => {
  test.each([
    ['https://elsewhere.example/', 400], ['http://coursecove.localhost.elsewhere.example/', 400], ['javascript:alert(1)', 400], ['/relative', 400],
    ['http://coursecove.localhost:5173/', 303], ['https://studio.example/x', 303],
  ])('to %s answers %i', async (address, status) => {
    const { browser } = await start({ allowedOrigins: ['https://studio.example'] })
    expect((await browser.visit('/sign-up', { email: 'somebody@example.com', redirect_url: address })).status).toBe(status)
  })

  test('a page of another site signs nobody in, and who is banned does not come in', async () => {
    const { emulator, clerk, browser } = await start()
    const foreign = await fetch(`${emulator.url}/sign-in`, { method: 'POST', body: new URLSearchParams({ email: 'a@example.com' }), headers: { origin: 'https://elsewhere.example' } })
    expect(foreign.status).toBe(403)
    const { id } = await clerk.users.createUser({ emailAddress: ['bad@example.com'] })
    await clerk.users.banUser(id)
    expect((await browser.visit('/sign-in', { email: 'bad@example.com' })).text).toContain('User is banned')
    expect((await browser.visit('/choose-organization')).location).toMatch(/^\/sign-in\?/)
    expect((await browser.visit('/images/nobody.svg')).headers.get('content-type')).toBe('image/svg+xml')
  })
})
