import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startOidcEmulator, type OidcEmulator, type Spoil } from '../../../emulators/oidc/start-oidc-emulator.ts'
import { cookieHeader } from '../../../tests/support/account-steps.ts'
import { testBaseDomain, testConfig } from '../../../tests/support/test-app.ts'
import { useTestDatabase } from '../../../tests/support/test-database.ts'
import { openPools, type Pools } from '#platform/db/pools.ts'
import { uuidV7Ids } from '#platform/ids/ids.ts'
import { betterAuthIdentity, type BetterAuthAccounts } from './better-auth-identity.ts'

const home = `http://${testBaseDomain}`
const callback = `${home}/api/auth/callback/oidc`
const database = useTestDatabase()
let provider: OidcEmulator
let pools: Pools
let auth: BetterAuthAccounts

beforeAll(async () => {
  provider = await startOidcEmulator({ port: 0, clients: [{ id: 'cove', secret: 'a secret of the application', redirectUris: [callback] }] })
  const config = testConfig(database(), { OIDC_ISSUER: provider.url, OIDC_CLIENT_ID: 'cove', OIDC_CLIENT_SECRET: 'a secret of the application', OIDC_NAME: 'Emulated' })
  pools = openPools(config)
  auth = betterAuthIdentity({ config, pool: pools.auth, ids: uuidV7Ids })
})
afterAll(async () => {
  await pools.close()
  await provider.close()
})

const ask = async <Row = Record<string, unknown>>(text: string, values: unknown[] = []) => (await database().superuser.query(text, values)).rows as Row[]

function somebody(more: { emailVerified?: boolean; email?: string } = {}) {
  const sub = v7()
  const person = { sub, email: more.email ?? `${sub.slice(-10)}@test.example`, emailVerified: more.emailVerified ?? true, name: 'Mei' }
  provider.people.push(person)
  return person
}

/** Begins here, and says yes there. @returns where the provider sends the browser back to, and the browser's cookies */
async function goThere(person: { sub: string }): Promise<{ back: string; cookie: string }> {
  const begun = await auth.social.begin({ provider: 'oidc', callbackUrl: `${home}/learn`, headers: new Headers({ origin: home, host: testBaseDomain }) })
  if (!begun) throw new Error('the provider is not configured')
  const question = new URL(begun.url)
  const form = new URLSearchParams([...question.searchParams, ['person', person.sub]])
  const answer = await fetch(`${provider.url}/authorize`, { method: 'POST', body: form, redirect: 'manual' })
  return { back: answer.headers.get('location') ?? '', cookie: cookieHeader(begun.cookies) }
}

async function comeBack({ back, cookie }: { back: string; cookie: string }) {
  const answer = await auth.accounts.handle(new Request(back, { headers: { cookie, host: testBaseDomain } }), '127.0.0.1')
  return { status: answer.status, to: answer.headers.get('location') ?? '', session: cookieHeader(answer.headers.getSetCookie()), isIn: answer.headers.getSetCookie().some((line) => /session_token=[^;]/.test(line)) }
}

describe('an account elsewhere', () => {
  it('makes one here on the first visit, opens it on the next, and leaves no token', async () => {
    const person = somebody()
    const first = await comeBack(await goThere(person))
    expect([first.isIn, first.to]).toEqual([true, `${home}/learn`])
    const second = await comeBack(await goThere(person))
    expect(second.isIn).toBe(true)
    expect(await ask(`select count(*)::int as number, bool_and("emailVerified") as proven from better_auth."user" where email = $1`, [person.email])).toEqual([{ number: 1, proven: true }])
    expect(await ask(`select "providerId" as provider, "accessToken" as access, "refreshToken" as refresh, "idToken" as id from better_auth.account where "accountId" = $1`, [person.sub])).toEqual([{ provider: 'oidc', access: null, refresh: null, id: null }])
  })

  it('opens the account of a proven address that is here already, and can be taken off it', async () => {
    const person = somebody()
    const made = await auth.passwords.createAccount({ email: person.email, name: 'Mei', password: 'a quiet morning', isVerified: true })
    expect((await comeBack(await goThere(person))).isIn).toBe(true)
    const [linked] = await auth.social.list(made?.subject ?? '')
    expect(linked).toMatchObject({ provider: 'oidc' })
    expect(await auth.social.remove(v7(), linked?.id ?? '')).toBe(false)
    expect(await auth.social.remove(made?.subject ?? '', linked?.id ?? '')).toBe(true)
    expect(await auth.social.list(made?.subject ?? '')).toEqual([])
  })

  it.each([['a new account', false], ['one that is here', true]])('opens nothing under an address that the provider has not proven: %s', async (_, isHere) => {
    const person = somebody({ emailVerified: false })
    if (isHere) await auth.passwords.createAccount({ email: person.email, name: 'Mei', password: 'a quiet morning', isVerified: true })
    const ended = await comeBack(await goThere(person))
    expect([ended.isIn, ended.to.startsWith(`${home}/sign-in?error=`)]).toEqual([false, true])
    expect(await ask(`select 1 from better_auth.account where "accountId" = $1`, [person.sub])).toEqual([])
  })

  it('does not open an account whose own address nobody has proven', async () => {
    const person = somebody()
    await auth.passwords.createAccount({ email: person.email, name: 'Eve', password: 'a quiet morning', isVerified: false })
    expect((await comeBack(await goThere(person))).isIn).toBe(false)
  })

  it('is let in once by one answer, and only in the browser that asked', async () => {
    const person = somebody()
    const way = await goThere(person)
    expect((await comeBack({ ...way, cookie: '' })).isIn).toBe(false)
    const another = await goThere(person)
    expect((await comeBack({ back: another.back, cookie: (await goThere(person)).cookie })).isIn).toBe(false)
    const used = await goThere(person)
    expect((await comeBack(used)).isIn).toBe(true)
    expect((await comeBack(used)).isIn).toBe(false)
  })

  it.each(['signature', 'audience', 'issuer', 'nonce', 'age'] satisfies Spoil[])('is not believed with a wrong %s in its ID token', async (spoil) => {
    const way = await goThere(somebody())
    provider.spoil(spoil)
    expect((await comeBack(way)).isIn).toBe(false)
    provider.spoil(null)
  })

  it('is asked of nobody who is not configured', async () => {
    expect(await auth.social.begin({ provider: 'google', callbackUrl: home, headers: new Headers() })).toBeNull()
    expect(auth.social.providers).toEqual([{ id: 'oidc', name: 'Emulated' }])
  })
})
