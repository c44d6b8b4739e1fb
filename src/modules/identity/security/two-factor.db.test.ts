import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { cookieHeader, followLink, lastMail, linkOf, withCookie } from '../../../../tests/support/account-steps.ts'
import { useTestApp } from '../../../../tests/support/test-app.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { codeOf } from '../../../../tests/support/totp.ts'
import { TooManyRequests } from '#platform/errors/app-error.ts'
import { createAccount } from '../account/create-account.ts'
import { requestSignInLink } from '../sign-in/request-sign-in-link.ts'
import { answerSecondStep } from '../sign-in/answer-second-step.ts'
import { signIn } from '../sign-in/sign-in.ts'
import { readProtection } from './read-protection.ts'
import { beginTwoFactor, confirmTwoFactor, findTwoFactorSetup, renewRecoveryCodes, turnOffTwoFactor } from './two-factor.ts'

const database = useTestDatabase()
const app = useTestApp(database)
const password = 'a quiet morning'

interface Somebody {
  email: string
  userId: string
  cookie: string
}

const isNobody = async (cookie: string) => (await app().identity.findViewer(withCookie(cookie))) === null
const signInAs = (email: string, cookie = '') => signIn(app().systemCtx, { email, password, next: null, headers: withCookie(cookie), address: v7() })

async function somebody(): Promise<Somebody> {
  const email = `${v7().slice(-12)}@test.example`
  const { userId } = await createAccount(app().systemCtx, { email, name: 'Mei', password, isVerified: true })
  const result = await signInAs(email)
  if (result.kind !== 'signed-in') throw new Error(`not signed in: ${result.kind}`)
  return { email, userId, cookie: cookieHeader(result.cookies) }
}

const selfOf = ({ userId, cookie }: Somebody, given = password) => ({ userId, password: given, headers: withCookie(cookie) })

async function protectedSomebody(): Promise<Somebody & { secret: string; recoveryCodes: string[] }> {
  const person = await somebody()
  const { secret } = await beginTwoFactor(app().systemCtx, selfOf(person))
  const { recoveryCodes, cookies } = await confirmTwoFactor(app().systemCtx, { userId: person.userId, code: codeOf(secret), headers: withCookie(person.cookie) })
  return { ...person, secret, recoveryCodes, cookie: cookieHeader(cookies) }
}

/** Signs in with the password alone; the cookies are those of a sign-in that waits. */
async function halfWay(email: string): Promise<string> {
  const result = await signInAs(email)
  expect(result.kind).toBe('second-step')
  return result.kind === 'second-step' ? cookieHeader(result.cookies) : ''
}

const answer = (cookie: string, code: string, more: { kind?: 'app' | 'recovery'; trustsDevice?: boolean } = {}) =>
  answerSecondStep(app().systemCtx, { code, kind: more.kind ?? 'app', trustsDevice: more.trustsDevice ?? false, headers: withCookie(cookie) })

describe('turning two-factor sign-in on', () => {
  it('takes the password and a code of the app, keeps this session and ends the others', async () => {
    const person = await somebody()
    const other = await signInAs(person.email)
    const otherCookie = other.kind === 'signed-in' ? cookieHeader(other.cookies) : ''
    await expect(beginTwoFactor(app().systemCtx, selfOf(person, 'not my password'))).rejects.toMatchObject({ fieldErrors: { password: 'This is not your password.' } })

    const setup = await beginTwoFactor(app().systemCtx, selfOf(person))
    expect(setup.uri).toMatch(/^otpauth:\/\/totp\/CourseCove:/)
    expect(await findTwoFactorSetup(app().systemCtx, person.userId)).toMatchObject({ secret: setup.secret })
    expect((await signInAs(person.email)).kind).toBe('signed-in')
    await expect(confirmTwoFactor(app().systemCtx, { userId: person.userId, code: '000000', headers: withCookie(person.cookie) })).rejects.toMatchObject({ code: 'invalid-input' })

    const { cookies, recoveryCodes } = await confirmTwoFactor(app().systemCtx, { userId: person.userId, code: codeOf(setup.secret), headers: withCookie(person.cookie) })
    expect(new Set(recoveryCodes).size).toBe(10)
    expect(await isNobody(cookieHeader(cookies))).toBe(false)
    expect(await isNobody(otherCookie)).toBe(true)
    expect(await readProtection(app().systemCtx, person.userId)).toEqual({ hasPassword: true, passkeyCount: 0, isTwoFactorOn: true, recoveryCodesLeft: 10, elsewhere: { names: [], isOffered: false } })
    expect(await lastMail(database(), person.email)).toMatchObject({ kind: 'two-factor-on' })
    expect(await findTwoFactorSetup(app().systemCtx, person.userId)).toBeNull()
  })

  it('keeps seed and recovery codes encrypted', async () => {
    const { secret, recoveryCodes, email } = await protectedSomebody()
    const { rows } = await database().superuser.query('select t.* from better_auth.two_factor t join better_auth."user" u on u.id = t."userId" where u.email = $1', [email])
    const kept = JSON.stringify(rows)
    expect(rows).toHaveLength(1)
    for (const secretPart of [secret, ...recoveryCodes]) expect(kept).not.toContain(secretPart)
  })
})

describe('signing in with a second factor', () => {
  it('is nobody until the code is right, then somebody; the same code does not work twice', async () => {
    const { email, secret } = await protectedSomebody()
    const cookie = await halfWay(email)
    expect(await isNobody(cookie)).toBe(true)
    expect(await answer(cookie, '000000')).toEqual({ kind: 'refused' })
    const code = codeOf(secret, 1)
    const done = await answer(cookie, code)
    expect(done.kind).toBe('signed-in')
    expect(await isNobody(done.kind === 'signed-in' ? cookieHeader(done.cookies) : '')).toBe(false)
    expect(await answer(await halfWay(email), code)).toEqual({ kind: 'refused' })
    expect(await answer(cookie, codeOf(secret))).toEqual({ kind: 'over' })
  })

  it('works with a recovery code once, and tells its owner', async () => {
    const { email, userId, recoveryCodes } = await protectedSomebody()
    const [code = ''] = recoveryCodes
    expect((await answer(await halfWay(email), code, { kind: 'recovery' })).kind).toBe('signed-in')
    expect(await lastMail(database(), email)).toMatchObject({ kind: 'recovery-code-used' })
    expect(await answer(await halfWay(email), code, { kind: 'recovery' })).toEqual({ kind: 'refused' })
    expect(await readProtection(app().systemCtx, userId)).toMatchObject({ recoveryCodesLeft: 9 })
  })

  it('with one recovery code from two browsers at once lets one in', async () => {
    const { email, recoveryCodes } = await protectedSomebody()
    const [one, other] = [await halfWay(email), await halfWay(email)]
    const outcomes = await Promise.all([one, other].map((cookie) => answer(cookie, recoveryCodes[0] ?? '', { kind: 'recovery' })))
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['refused', 'signed-in'])
  })

  it('is closed for a while after five wrong codes, also for the right one from a new browser', async () => {
    const { email, secret } = await protectedSomebody()
    for (let tries = 0; tries < 5; tries += 1) await answer(await halfWay(email), '000000')
    await expect(answer(await halfWay(email), codeOf(secret, 1))).rejects.toBeInstanceOf(TooManyRequests)
  })

  it('is asked for after a link from a mail too', async () => {
    const { email, secret } = await protectedSomebody()
    const next = 'http://melody.coursecove.localhost:3000/learn'
    await requestSignInLink(app().systemCtx, { email, next, address: v7() })
    const arrived = await followLink(app(), linkOf(await lastMail(database(), email)))
    expect(arrived).toMatchObject({ status: 302, location: `http://coursecove.localhost:3000/second-step?next=${encodeURIComponent(next)}` })
    expect(await isNobody(arrived.cookie)).toBe(true)
    expect((await answer(arrived.cookie, codeOf(secret, 1))).kind).toBe('signed-in')
  })

  it('is not asked for again on a device that is trusted, until one signs out everywhere', async () => {
    const { email, userId, secret } = await protectedSomebody()
    const done = await answer(await halfWay(email), codeOf(secret, 1), { trustsDevice: true })
    const trusted = done.kind === 'signed-in' ? cookieHeader(done.cookies) : ''
    const again = await signInAs(email, trusted)
    expect(again.kind).toBe('signed-in')
    await app().identity.signOutEverywhere(userId)
    expect((await signInAs(email, again.kind === 'signed-in' ? cookieHeader(again.cookies) : '')).kind).toBe('second-step')
  })

  it('of nobody is over', async () => {
    expect(await answer('', '123456')).toEqual({ kind: 'over' })
    expect(await answer('cove.two_factor=made.up', '123456')).toEqual({ kind: 'over' })
  })
})

describe('two-factor sign-in that is on', () => {
  it('gives new recovery codes, and the old ones are worth nothing', async () => {
    const person = await protectedSomebody()
    const renewed = await renewRecoveryCodes(app().systemCtx, selfOf(person))
    expect(renewed.filter((code) => person.recoveryCodes.includes(code))).toEqual([])
    expect(await answer(await halfWay(person.email), person.recoveryCodes[0] ?? '', { kind: 'recovery' })).toEqual({ kind: 'refused' })
    expect((await answer(await halfWay(person.email), renewed[0] ?? '', { kind: 'recovery' })).kind).toBe('signed-in')
  })

  it('is turned off by the password, and forgets its seed', async () => {
    const person = await protectedSomebody()
    await expect(turnOffTwoFactor(app().systemCtx, selfOf(person, ''))).rejects.toMatchObject({ code: 'invalid-input' })
    const { cookies } = await turnOffTwoFactor(app().systemCtx, selfOf(person))
    expect(await isNobody(cookieHeader(cookies))).toBe(false)
    expect((await signInAs(person.email)).kind).toBe('signed-in')
    expect(await lastMail(database(), person.email)).toMatchObject({ kind: 'two-factor-off' })
    const { rows } = await database().superuser.query('select 1 from better_auth.two_factor t join better_auth."user" u on u.id = t."userId" where u.email = $1', [person.email])
    expect(rows).toEqual([])
  })

  it('can be taken away in the database, as the guide says, from somebody who lost phone and codes', async () => {
    const { email } = await protectedSomebody()
    await database().superuser.query('delete from better_auth.two_factor where "userId" = (select id from better_auth."user" where email = $1)', [email])
    await database().superuser.query('update better_auth."user" set "twoFactorEnabled" = false where email = $1', [email])
    expect((await signInAs(email)).kind).toBe('signed-in')
  })
})
