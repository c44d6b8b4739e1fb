import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startOidcEmulator, type OidcEmulator } from '../../../../emulators/oidc/start-oidc-emulator.ts'
import { cookieHeader, lastMail, withCookie } from '../../../../tests/support/account-steps.ts'
import { answerAt, elsewhereClient, elsewhereSettings, personAt, type Somebody } from '../../../../tests/support/elsewhere-steps.ts'
import { testBaseDomain, useTestApp } from '../../../../tests/support/test-app.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { codeOf } from '../../../../tests/support/totp.ts'
import { freePort } from '#platform/db/free-port.ts'
import { createAccount } from '../account/create-account.ts'
import { answerSecondStep } from '../sign-in/answer-second-step.ts'
import { signIn } from '../sign-in/sign-in.ts'
import { changePassword } from '../security/change-password.ts'
import { beginTwoFactor, confirmTwoFactor } from '../security/two-factor.ts'
import { beginElsewhere, type ElsewhereBegun } from './begin-elsewhere.ts'
import { comeBackFromElsewhere } from './come-back.ts'
import { linkElsewhere, listElsewhere, unlinkElsewhere } from './linked-accounts.ts'

const home = `http://${testBaseDomain}`
const next = `http://melody.${testBaseDomain}/learn`
const password = 'a quiet morning'
const port = await freePort()
const database = useTestDatabase()
const app = useTestApp(database, elsewhereSettings(`http://127.0.0.1:${port}`))
const bare = useTestApp(database)
let provider: OidcEmulator

beforeAll(async () => {
  provider = await startOidcEmulator({ port, clients: [elsewhereClient(home)] })
})
afterAll(() => provider.close())

/** Goes on to the provider, answers there, and comes back in the same browser. */
async function goAndComeBack(begun: ElsewhereBegun, person: Somebody | null, cookie = '') {
  if (begun.kind !== 'begun') throw new Error(`it stays: ${begun.fault}`)
  const headers = withCookie([cookie, cookieHeader(begun.cookies)].filter(Boolean).join('; '))
  const answer = await comeBackFromElsewhere(app().systemCtx, new Request(await answerAt(begun.url, person), { headers }), '127.0.0.1')
  const session = cookieHeader(answer?.headers.getSetCookie().filter((line) => !/=;/.test(line)) ?? [])
  return { to: new URL(answer?.headers.get('location') ?? ''), cookie: session, viewer: await app().identity.findViewer(withCookie(session)) }
}

const begin = (from = v7()) => beginElsewhere(app().systemCtx, { provider: 'oidc', next, headers: new Headers(), address: from })
const signInThere = async (person: Somebody | null) => goAndComeBack(await begin(), person)

async function withPassword(email = `${v7().slice(-12)}@test.example`) {
  const { userId } = await createAccount(app().systemCtx, { email, name: 'Mei', password, isVerified: true })
  const result = await signIn(app().systemCtx, { email, password, next: null, headers: new Headers(), address: v7() })
  return { userId, email, cookie: result.kind === 'signed-in' ? cookieHeader(result.cookies) : '' }
}

const link = ({ userId, cookie }: { userId: string; cookie: string }, given = password) =>
  linkElsewhere(app().systemCtx, { userId, password: given, headers: withCookie(cookie) }, { provider: 'oidc', next })

describe('signing in with an account elsewhere', () => {
  it('makes a user who is known from the first request on, and leads where they were going', async () => {
    const person = personAt(provider)
    const { to, viewer } = await signInThere(person)
    expect(to.href).toBe(next)
    expect(viewer).toMatchObject({ email: person.email, name: 'Mei' })
    expect(await lastMail(database(), person.email)).toBeNull()
  })

  it('claims what was bought under a proven address before there was an account', async () => {
    const person = personAt(provider)
    const id = v7()
    await database().superuser.query('insert into users (id, name, email) values ($1, $2, $3)', [id, 'A buyer', person.email])
    expect((await signInThere(person)).viewer?.userId).toBe(id)
  })

  it('opens an account that is here, and tells its owner that it does', async () => {
    const { email, userId } = await withPassword()
    expect((await signInThere(personAt(provider, { email }))).viewer?.userId).toBe(userId)
    expect(await lastMail(database(), email)).toMatchObject({ kind: 'elsewhere-linked' })
  })

  it('asks for the second factor where that is on, and knows the way on afterwards', async () => {
    const somebody = await withPassword()
    const self = { userId: somebody.userId, password, headers: withCookie(somebody.cookie) }
    const { secret } = await beginTwoFactor(app().systemCtx, self)
    await confirmTwoFactor(app().systemCtx, { userId: somebody.userId, code: codeOf(secret), headers: self.headers })

    const half = await signInThere(personAt(provider, { email: somebody.email }))
    expect(half.to.href).toBe(`${home}/second-step?next=${encodeURIComponent(next)}`)
    expect(half.viewer).toBeNull()
    const done = await answerSecondStep(app().systemCtx, { code: codeOf(secret, 1), kind: 'app', trustsDevice: false, headers: withCookie(half.cookie) })
    expect(done.kind === 'signed-in' && (await app().identity.findViewer(withCookie(cookieHeader(done.cookies))))?.userId).toBe(somebody.userId)
  })

  it('that was begun too often from one address waits', async () => {
    const from = v7()
    for (let times = 0; times < 60; times += 1) await app().attempts.count(`elsewhere:${from}`, { triesMax: 60, windowSeconds: 600 })
    expect(await begin(from)).toEqual({ kind: 'stays', fault: 'pause' })
  })

  it('is not there where no provider is configured', async () => {
    await expect(beginElsewhere(bare().systemCtx, { provider: 'oidc', next, headers: new Headers(), address: v7() })).rejects.toMatchObject({ code: 'not-found' })
    const { userId } = await withPassword()
    await expect(listElsewhere(bare().systemCtx, userId)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('linking an account elsewhere', () => {
  it('takes the password, may have another address, opens the account from then on, and is told', async () => {
    const mei = await withPassword()
    await expect(link(mei, 'a wrong one')).rejects.toMatchObject({ fieldErrors: { password: 'This is not your password.' } })
    const person = personAt(provider)
    const { to } = await goAndComeBack(await link(mei), person, mei.cookie)
    expect(to.href).toBe(`${home}/account/elsewhere?state=linked&next=${encodeURIComponent(next)}`)
    expect(await lastMail(database(), mei.email)).toMatchObject({ kind: 'elsewhere-linked' })
    expect(await listElsewhere(app().systemCtx, mei.userId)).toMatchObject({ linked: [{ provider: 'oidc', name: 'Emulated', opens: true, otherWays: ['password'] }], linkable: [] })
    expect((await signInThere(person)).viewer).toMatchObject({ userId: mei.userId, email: mei.email })
  })

  it('that opens another account already changes nothing', async () => {
    const person = personAt(provider)
    const owner = (await signInThere(person)).viewer
    const mei = await withPassword()
    const { to } = await goAndComeBack(await link(mei), person, mei.cookie)
    expect(to.href).toBe(`${home}/account/elsewhere?next=${encodeURIComponent(next)}&elsewhere=taken&by=oidc`)
    expect((await listElsewhere(app().systemCtx, mei.userId)).linked).toEqual([])
    expect((await signInThere(person)).viewer?.userId).toBe(owner?.userId)
  })

  it.each([['refused', null], ['unproven', false]] as const)('that ends %s changes nothing', async (fault, emailVerified) => {
    const mei = await withPassword()
    const { to } = await goAndComeBack(await link(mei), emailVerified === null ? null : personAt(provider, { emailVerified }), mei.cookie)
    expect(to.searchParams.get('elsewhere')).toBe(fault)
    expect((await listElsewhere(app().systemCtx, mei.userId)).linked).toEqual([])
  })

  it('leaves an account that waits to be confirmed alone, though it has the address', async () => {
    const waiting = `${v7().slice(-12)}@test.example`
    await createAccount(app().systemCtx, { email: waiting, name: 'Lena', password, isVerified: false })
    const mei = await withPassword()
    await goAndComeBack(await link(mei), personAt(provider, { email: waiting }), mei.cookie)
    expect(await app().passwords?.findAccountByEmail(waiting)).toMatchObject({ isEmailVerified: false })
  })
})

describe('taking an account elsewhere off', () => {
  it('is refused while nothing else but links by mail opens the account, and taken once there is a password', async () => {
    const person = personAt(provider)
    const { viewer, cookie } = await signInThere(person)
    const userId = viewer?.userId ?? ''
    const { linked: [one] } = await listElsewhere(app().systemCtx, userId)
    expect(one?.otherWays).toEqual([])
    await expect(unlinkElsewhere(app().systemCtx, { userId, accountId: one?.id ?? '' })).rejects.toMatchObject({ code: 'last-way-in' })
    expect((await signInThere(person)).viewer?.userId).toBe(userId)

    // Signed in just now, which stands for the password that is not there.
    await changePassword(app().systemCtx, { userId, password: '', headers: withCookie(cookie) }, password)
    await unlinkElsewhere(app().systemCtx, { userId, accountId: one?.id ?? '' })
    expect(await lastMail(database(), person.email)).toMatchObject({ kind: 'elsewhere-unlinked' })
    expect((await listElsewhere(app().systemCtx, userId)).linked).toEqual([])
    await unlinkElsewhere(app().systemCtx, { userId, accountId: one?.id ?? '' })
  })

  it('takes none of another person’s off', async () => {
    const person = personAt(provider)
    const owner = (await signInThere(person)).viewer?.userId ?? ''
    const { linked: [one] } = await listElsewhere(app().systemCtx, owner)
    await unlinkElsewhere(app().systemCtx, { userId: (await withPassword()).userId, accountId: one?.id ?? '' })
    expect((await listElsewhere(app().systemCtx, owner)).linked).toHaveLength(1)
  })

  it('may always happen where its provider is not offered any more, and it counts as no way in', async () => {
    const userId = (await signInThere(personAt(provider))).viewer?.userId ?? ''
    const { linked: [one], linkable } = await listElsewhere(bare().systemCtx, userId)
    expect([one, linkable]).toMatchObject([{ name: 'oidc', opens: false, otherWays: [] }, []])
    await unlinkElsewhere(bare().systemCtx, { userId, accountId: one?.id ?? '' })
    await expect(listElsewhere(bare().systemCtx, userId)).rejects.toMatchObject({ code: 'not-found' })
  })
})
