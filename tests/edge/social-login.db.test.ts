import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import { startOidcEmulator, type OidcEmulator } from '../../emulators/oidc/start-oidc-emulator.ts'
import { hashInvitationToken } from '../../src/modules/tenancy/invitations/invitation-token.ts'
import { useFaultGround } from '../faults/harness.ts'
import { askServer, password, signInByForm, type Sent } from '../isolation/built-server.ts'
import { buildTwoSchools } from '../isolation/two-schools.ts'
import { onwardFrom } from '../isolation/crossing.ts'
import type { World } from '../isolation/world.ts'
import { cookieHeader } from '../support/account-steps.ts'
import { answerAt, elsewhereClient, elsewhereSettings, personAt, type Somebody } from '../support/elsewhere-steps.ts'
import { useTestApp } from '../support/test-app.ts'
import { useTestDatabase } from '../support/test-database.ts'

const database = useTestDatabase()
const app = useTestApp(database)
const ground = useFaultGround(() => database().source, { isForAll: true })
const bare = useFaultGround(() => database().source, { isForAll: true })
let world: World
let provider: OidcEmulator
let port: number

beforeAll(async () => {
  world = await buildTwoSchools(database())
  provider = await startOidcEmulator({ port: 0 })
  port = Number(new URL((await ground().startWeb({ ...elsewhereSettings(provider.url), GITHUB_CLIENT_ID: 'a', GITHUB_CLIENT_SECRET: 'b' })).url).port)
  provider.clients.push(elsewhereClient(home()))
}, 240_000)
afterAll(() => provider.close())

const installation = () => `coursecove.localhost:${port}`
const home = () => `http://${installation()}`
const ask = (sent: Partial<Sent> & { path: string }) => askServer(port, { host: installation(), ...sent })
const text = async (path: string, cookie = '') => (await ask({ path, cookie })).text()
const wanted = () => `http://${world.a.slug}.${installation()}/courses`

/** Presses the button, answers at the provider, and comes back. @returns where the browser is led, and what it keeps */
async function go(next: string | null, person: Somebody | null) {
  const pressed = await ask({ path: `/sign-in${next ? `?next=${encodeURIComponent(next)}` : ''}`, method: 'POST', form: { intent: 'elsewhere', provider: 'oidc' } })
  expect(pressed.status).toBe(200)
  const cookie = cookieHeader(pressed.headers.getSetCookie())
  const back = new URL(await answerAt((await readOnward(pressed)).href, person))
  const answer = await ask({ path: `${back.pathname}${back.search}`, cookie })
  return { to: new URL(answer.headers.get('location') ?? ''), cookie: cookieHeader(answer.headers.getSetCookie().filter((line) => !/=;/.test(line))) }
}

/** Where a page of ours goes on to by itself. */
async function readOnward(answer: Response): Promise<URL> {
  const found = /http-equiv="refresh" content="0;url=([^"]+)"/i.exec(await answer.text())?.[1]
  if (!found) throw new Error('the page does not go on')
  return new URL(found.replaceAll('&amp;', '&'))
}

describe('the buttons', () => {
  it.each(['/sign-in', '/sign-up'])('of %s are those of the providers whose keys are set, and no picture is asked for elsewhere', async (path) => {
    const page = await text(`${path}?next=${encodeURIComponent(wanted())}`)
    expect([...page.matchAll(/<button[^>]* value="(\w+)" name="provider"/g)].map(([, id]) => id)).toEqual(['github', 'oidc'])
    expect(page).toContain(`action="/sign-in?next=${encodeURIComponent(wanted())}"`)
    expect(page).not.toMatch(/<img/)
  })

  it('speak German to who reads German', async () => {
    expect(await (await ask({ path: '/sign-in', headers: { 'accept-language': 'de' } })).text()).toContain('Mit Emulated anmelden')
    expect(await (await ask({ path: '/sign-up', headers: { 'accept-language': 'de' } })).text()).toContain('Weiter mit GitHub')
  })

  it('lead nowhere for a provider that is not configured', async () => {
    const pressed = await ask({ path: '/sign-in', method: 'POST', form: { intent: 'elsewhere', provider: 'google' } })
    expect(pressed.status).toBe(404)
    expect((await ask({ path: '/api/auth/callback/google?code=c&state=s' })).status).toBe(404)
  })

  it('cannot be pressed from another site', async () => {
    expect((await ask({ path: '/sign-in', method: 'POST', form: { intent: 'elsewhere', provider: 'oidc' }, headers: { origin: 'https://elsewhere.example' } })).status).toBe(403)
  })
})

describe('the way there and back', () => {
  it('ends where it was going, signed in', async () => {
    const { to, cookie } = await go(wanted(), personAt(provider))
    expect(to.href).toBe(wanted())
    expect(await text('/account', cookie)).toContain('Emulated')
  })

  it('leads nowhere else, whatever was asked for', async () => {
    expect((await go('https://elsewhere.example/', personAt(provider))).to.href).toBe(`${home()}/`)
  })

  it.each([
    ['refused', () => null, 'You did not sign in with Emulated'],
    ['unproven', () => personAt(provider, { emailVerified: false }), 'Emulated has not confirmed your address'],
  ])('that ended %s says so on the sign-in page, with the way on kept', async (_, who, sentence) => {
    const { to, cookie } = await go(wanted(), who())
    expect([to.pathname, to.searchParams.get('next'), cookie]).toEqual(['/sign-in', wanted(), ''])
    const page = await text(`${to.pathname}${to.search}`)
    expect(page).toContain(sentence)
    expect(page).toContain(`action="/sign-in?next=${encodeURIComponent(wanted())}"`)
  })

  it('says nothing that somebody only wrote into an address', async () => {
    for (const asked of ['elsewhere=%3Cscript%3E&by=oidc', 'elsewhere=refused&by=%3Cb%3E', 'elsewhere=constructor&by=oidc', 'by=oidc']) expect(await text(`/sign-in?${asked}`)).not.toContain('role="alert"><div class="flex')
    expect(await text('/sign-in?elsewhere=refused&by=oidc')).toContain('role="alert"><div class="flex')
  })

  it('ends on a school’s own domain too, by the installation’s hand-over', async () => {
    const host = `www.${world.a.slug}-elsewhere.example`
    await database().superuser.query(`insert into domains (organization_id, id, host, challenge, state, verified_at) values ($1, $2, $3, 'a challenge of twenty letters', 'verified', now())`, [world.a.id, v7(), host])
    const there = `${host}:${port}`
    const arriving = await askServer(port, { host: there, path: '/arrive?next=/courses' })
    const toInstallation = new URL(arriving.headers.get('location') ?? '')
    const asked = await ask({ path: `${toInstallation.pathname}${toInstallation.search}` })
    const next = new URL(asked.headers.get('location') ?? '', home()).searchParams.get('next')
    const { to, cookie } = await go(next, personAt(provider))
    expect(to.href).toBe(next)

    // On to the domain, which has no session yet, and asks the installation, which has one now.
    const lead = await askServer(port, { host: installation(), path: `${to.pathname}${to.search}`, cookie })
    const domainAsks = lead.status === 200 ? await onwardFrom(lead) : new URL(lead.headers.get('location') ?? '')
    expect(domainAsks.host).toBe(there)
    const again = await askServer(port, { host: there, path: `${domainAsks.pathname}${domainAsks.search}` })
    const nonce = cookieHeader(again.headers.getSetCookie())
    const handOver = new URL(again.headers.get('location') ?? '')
    const confirm = await ask({ path: `${handOver.pathname}${handOver.search}`, cookie })
    const question = new URL(confirm.headers.get('location') ?? '', home())
    expect(question.pathname).toBe('/hand-over/confirm')
    const given = await ask({ path: '/hand-over', method: 'POST', cookie, form: Object.fromEntries(question.searchParams) })
    const code = await onwardFrom(given)
    const arrived = await askServer(port, { host: there, path: `${code.pathname}${code.search}`, cookie: nonce })
    expect([arrived.status, arrived.headers.get('location')]).toEqual([302, `http://${there}/courses`])
  })

  it('of an invitation ends at the invitation, which waits to be accepted', async () => {
    const [token, person] = [v7(), personAt(provider)]
    await database().superuser.query(
      `insert into organization_invitations (organization_id, id, email, role, token_hash, invited_by, expires_at) select $1, $2, $3, 'student', $4, user_id, now() + interval '1 day' from organization_memberships where organization_id = $1 limit 1`,
      [world.a.id, v7(), person.email, hashInvitationToken(token)],
    )
    const page = await text(`/invitation/${token}`)
    const action = /action="\/sign-in\?next=([^"]+)"/.exec(page)?.[1] ?? ''
    expect(page).toContain('Continue with Emulated')
    const { to, cookie } = await go(decodeURIComponent(action), person)
    expect(to.href).toBe(`${home()}/invitation/${token}`)
    const accepted = await ask({ path: to.pathname, method: 'POST', form: {}, cookie })
    expect(accepted.headers.get('location')).toBe(`http://${world.a.slug}.${installation()}/learn`)
  })

  it('of somebody who opens a school ends there', async () => {
    const asked = await ask({ path: '/onboarding' })
    const next = new URL(asked.headers.get('location') ?? '', home()).searchParams.get('next')
    const { to, cookie } = await go(next, personAt(provider))
    expect(to.href).toBe(`${home()}/onboarding`)
    expect((await ask({ path: to.pathname, cookie })).status).toBe(200)
  })
})

describe('the page of accounts elsewhere', () => {
  const link = (cookie: string, form: Record<string, string>, next = '') => ask({ path: `/account/elsewhere${next}`, method: 'POST', cookie, form: { intent: 'link', ...form } })

  it('links after the password, says a wrong one beside its field, and leads back with the way on kept', async () => {
    const { cookie } = await signInByForm(database(), app(), port, {})
    const next = `?next=${encodeURIComponent(wanted())}`
    const refused = await link(cookie, { provider: 'oidc', password: 'a wrong one' }, next)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toMatch(/aria-invalid="true"[\s\S]*This is not your password\./)

    const pressed = await link(cookie, { provider: 'oidc', password }, next)
    const back = new URL(await answerAt((await readOnward(pressed)).href, personAt(provider)))
    const answer = await ask({ path: `${back.pathname}${back.search}`, cookie: `${cookie}; ${cookieHeader(pressed.headers.getSetCookie())}` })
    const to = new URL(answer.headers.get('location') ?? '')
    expect(`${to.pathname}${to.search}`).toBe(`/account/elsewhere?state=linked&next=${encodeURIComponent(wanted())}`)
    const page = await text(`${to.pathname}${to.search}`, cookie)
    expect(page).toContain('That account opens yours from now on')
    expect(page).toContain('You then sign in with your password.')
    expect(page).toContain('Link GitHub')
    expect(page).not.toContain('Link Emulated')

    const taken = await ask({ path: '/account/elsewhere', method: 'POST', cookie, form: { intent: 'take-off', account: /name="account" value="([^"]+)"/.exec(page)?.[1] ?? '' } })
    expect(taken.headers.get('location')).toBe('/account/elsewhere?state=taken-off')
    expect(await text('/account/elsewhere', cookie)).toContain('Link Emulated')
  })

  it('offers a password and a passkey, and no way to take it off, to who has no other way in', async () => {
    const { cookie } = await go(null, personAt(provider))
    const page = await text('/account/elsewhere', cookie)
    expect(page).toContain('this is the only way into your account')
    expect(page).toMatch(/href="\/account\/password"/)
    expect(page).not.toContain('value="take-off"')
    expect(await text('/account', cookie)).toContain('None: you sign in another way')
  })

  it('asks who comes to sign in first', async () => {
    expect((await ask({ path: '/account/elsewhere' })).headers.get('location')).toContain('/sign-in?next=')
  })
})

describe('where no keys are set', () => {
  it('nothing shows, and nothing is there', async () => {
    const barePort = Number(new URL((await bare().startWeb()).url).port)
    const askBare = (path: string, cookie = '') => askServer(barePort, { host: `coursecove.localhost:${barePort}`, path, cookie })
    for (const path of ['/sign-in?elsewhere=refused&by=oidc', '/sign-up']) expect(await (await askBare(path)).text()).not.toMatch(/name="provider"|role="alert"><div class="flex/)
    const { cookie } = await signInByForm(database(), app(), barePort, {})
    expect(await (await askBare('/account', cookie)).text()).not.toContain('Accounts elsewhere')
    expect((await askBare('/account/elsewhere', cookie)).status).toBe(404)
  })
})
