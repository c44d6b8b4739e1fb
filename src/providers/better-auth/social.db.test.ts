import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startOidcEmulator, type OidcEmulator, type Spoil } from '../../../emulators/oidc/start-oidc-emulator.ts'
import { cookieHeader } from '../../../tests/support/account-steps.ts'
import { answerAt, elsewhereClient, elsewhereSettings, personAt, type Somebody } from '../../../tests/support/elsewhere-steps.ts'
import { testBaseDomain, testConfig } from '../../../tests/support/test-app.ts'
import { useTestDatabase } from '../../../tests/support/test-database.ts'
import { freePort } from '#platform/db/free-port.ts'
import { openPools, type Pools } from '#platform/db/pools.ts'
import { uuidV7Ids } from '#platform/ids/ids.ts'
import { betterAuthIdentity, type BetterAuthAccounts } from './better-auth-identity.ts'

const home = `http://${testBaseDomain}`
const errorUrl = `${home}/sign-in?next=${encodeURIComponent(`${home}/learn`)}`
const database = useTestDatabase()
let provider: OidcEmulator
let pools: Pools
let auth: BetterAuthAccounts

beforeAll(async () => {
  provider = await startOidcEmulator({ port: 0, clients: [elsewhereClient(home)] })
  const config = testConfig(database(), elsewhereSettings(provider.url))
  pools = openPools(config)
  auth = betterAuthIdentity({ config, pool: pools.auth, ids: uuidV7Ids })
})
afterAll(async () => {
  await pools.close()
  await provider.close()
})

const ask = async <Row = Record<string, unknown>>(text: string, values: unknown[] = []) => (await database().superuser.query(text, values)).rows as Row[]
const accountFor = (email: string, isVerified: boolean) => auth.passwords.createAccount({ email, name: 'Mei', password: 'a quiet morning', isVerified })

const begin = (given = auth, asked = 'oidc') => given.social.begin({ provider: asked, callbackUrl: `${home}/learn`, errorUrl, isLink: false, headers: new Headers({ origin: home }) })

/** Begins here, and says yes or no there. @returns where the provider sends the browser back to, and the browser's cookies */
async function goThere(person: Somebody | null): Promise<{ back: string; cookie: string }> {
  const begun = await begin()
  if (begun.kind !== 'begun') throw new Error(`the way is ${begun.kind}`)
  return { back: await answerAt(begun.url, person), cookie: cookieHeader(begun.cookies) }
}

async function comeBack({ back, cookie }: { back: string; cookie: string }) {
  const answered = await auth.social.answer(new Request(back, { headers: { cookie } }), '127.0.0.1')
  const to = new URL(answered?.response.headers.get('location') ?? '')
  const said = Object.fromEntries(['elsewhere', 'by', 'next', 'error', 'error_description'].flatMap((name) => (to.searchParams.has(name) ? [[name, to.searchParams.get(name)]] : [])))
  return { to: to.href, said, linked: answered?.linked, isIn: answered?.response.headers.getSetCookie().some((line) => /session_token=[^;]/.test(line)) ?? false }
}

const stays = (fault: string) => ({ isIn: false, said: { elsewhere: fault, by: 'oidc', next: `${home}/learn` } })

describe('an account elsewhere', () => {
  it('makes one here on the first visit, opens it on the next, and leaves no token and no picture', async () => {
    const person = personAt(provider)
    expect(await comeBack(await goThere(person))).toMatchObject({ isIn: true, to: `${home}/learn`, linked: null })
    expect(await comeBack(await goThere(person))).toMatchObject({ isIn: true, linked: null })
    expect(await ask(`select count(*)::int as number, bool_and("emailVerified") as proven, max(image) as image from better_auth."user" where email = $1`, [person.email])).toEqual([{ number: 1, proven: true, image: null }])
    expect(await ask(`select "providerId" as provider, "accessToken" as access, "refreshToken" as refresh, "idToken" as id from better_auth.account where "accountId" = $1`, [person.sub])).toEqual([{ provider: 'oidc', access: null, refresh: null, id: null }])
  })

  it('opens the account of a proven address that is here already, says so, and can be taken off it', async () => {
    const person = personAt(provider)
    const made = await accountFor(person.email, true)
    expect(await comeBack(await goThere(person))).toMatchObject({ isIn: true, linked: { subject: made?.subject, provider: 'oidc' } })
    const [linked] = await auth.social.list(made?.subject ?? '')
    expect(linked).toMatchObject({ provider: 'oidc' })
    expect(await auth.social.remove(v7(), linked?.id ?? '')).toBe(false)
    expect(await auth.social.remove(made?.subject ?? '', linked?.id ?? '')).toBe(true)
    expect(await auth.social.list(made?.subject ?? '')).toEqual([])
  })

  it('tells nobody whether an address that it has not proven is here', async () => {
    const ends = await Promise.all([false, true].map(async (isHere) => {
      const person = personAt(provider, { emailVerified: false })
      if (isHere) await accountFor(person.email, true)
      const end = await comeBack(await goThere(person))
      expect(await ask(`select 1 from better_auth.account where "accountId" = $1`, [person.sub])).toEqual([])
      return end
    }))
    expect(ends[0]).toMatchObject(stays('unproven'))
    expect(ends[1]).toEqual(ends[0])
  })

  it('still opens what it opened, if the provider no longer vouches for the address', async () => {
    const person = personAt(provider)
    expect((await comeBack(await goThere(person))).isIn).toBe(true)
    Object.assign(person, { emailVerified: false })
    expect((await comeBack(await goThere(person))).isIn).toBe(true)
  })

  it('with a proven address takes the place of an account that was never confirmed, whose password opens nothing any more', async () => {
    const person = personAt(provider)
    const squatter = await accountFor(person.email, false)
    expect(await comeBack(await goThere(person))).toMatchObject({ isIn: true, linked: null })
    const [now] = await ask<{ id: string }>(`select id from better_auth."user" where email = $1`, [person.email])
    expect(now?.id).not.toBe(squatter?.subject)
    expect(await auth.passwords.hasPassword(now?.id ?? '')).toBe(false)
  })

  it('that was refused there leads back, with the way on kept', async () => {
    expect(await comeBack(await goThere(null))).toMatchObject(stays('refused'))
  })

  it('is let in once by one answer, only in the browser that asked, and not for long', async () => {
    const person = personAt(provider)
    const way = await goThere(person)
    expect(await comeBack({ ...way, cookie: '' })).toMatchObject(stays('over'))
    expect(await comeBack({ ...(await goThere(person)), cookie: (await goThere(person)).cookie })).toMatchObject(stays('over'))
    const used = await goThere(person)
    expect((await comeBack(used)).isIn).toBe(true)
    // Nothing is left of that way, so what is on is not known either.
    expect(await comeBack(used)).toMatchObject({ isIn: false, said: { elsewhere: 'over', by: 'oidc' } })

    const late = await goThere(person)
    const state = new URL(late.back).searchParams.get('state') ?? ''
    const aged = await ask(`update better_auth.verification set value = jsonb_set(value::jsonb, '{expiresAt}', '1')::text where value like '%' || $1 || '%' returning id`, [state])
    expect(aged).toHaveLength(1)
    expect(await comeBack(late)).toMatchObject(stays('over'))
  })

  it.each(['signature', 'audience', 'issuer', 'nonce', 'age'] satisfies Spoil[])('is not believed with a wrong %s in its ID token', async (spoil) => {
    const way = await goThere(personAt(provider))
    provider.spoil(spoil)
    expect(await comeBack(way)).toMatchObject(stays('failed'))
    provider.spoil(null)
  })

  it('shows no word of the provider’s in the address', async () => {
    const way = await goThere(null)
    const back = new URL(way.back)
    back.searchParams.set('error', 'constructor')
    back.searchParams.set('error_description', 'call this number')
    expect(await comeBack({ ...way, back: back.href })).toEqual({ ...stays('failed'), to: expect.not.stringContaining('number') as string, linked: null })
  })

  it('that comes back with a form is asked for once more, as an address of ours', async () => {
    const body = new URLSearchParams({ code: 'c', state: 's', user: '{"name":{}}', other: 'x' })
    const answered = await auth.social.answer(new Request(`${home}/api/auth/callback/apple`, { method: 'POST', body, headers: { origin: 'https://appleid.apple.com' } }), '127.0.0.1')
    expect([answered?.response.status, answered?.response.headers.get('location')]).toEqual([303, `${home}/api/auth/callback/apple?code=c&state=s&user=${encodeURIComponent('{"name":{}}')}`])
  })

  it('is asked of nobody who is not configured', async () => {
    expect(await begin(auth, 'google')).toEqual({ kind: 'unknown' })
    expect(await auth.social.answer(new Request(`${home}/api/auth/callback/google?code=c&state=s`), '127.0.0.1')).toBeNull()
    expect(auth.social.providers).toEqual([{ id: 'oidc', name: 'Emulated' }])
  })
})

describe('a provider that does not answer', () => {
  it('holds nobody else up, says so, and is there again as soon as it answers', async () => {
    const port = await freePort()
    const config = testConfig(database(), elsewhereSettings(`http://127.0.0.1:${port}`))
    const late = betterAuthIdentity({ config, pool: pools.auth, ids: uuidV7Ids })
    expect(await late.accounts.fetchAccount(v7())).toBeNull()
    expect(await begin(late)).toEqual({ kind: 'silent' })
    const started = await startOidcEmulator({ port, clients: [elsewhereClient(home)] })
    expect(await begin(late)).toMatchObject({ kind: 'begun' })
    await started.close()
  })

  it('is not taken for another that calls itself otherwise', async () => {
    const config = testConfig(database(), elsewhereSettings(provider.url.replace('127.0.0.1', 'localhost')))
    expect(await begin(betterAuthIdentity({ config, pool: pools.auth, ids: uuidV7Ids }))).toEqual({ kind: 'silent' })
  })
})
