import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { cookieHeader, followLink, lastMail, linkOf, withCookie } from '../../../../tests/support/account-steps.ts'
import { useTestApp } from '../../../../tests/support/test-app.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { TooManyRequests } from '#platform/errors/app-error.ts'
import { createAccount } from '../account/create-account.ts'
import { endSession, listSessions } from '../account/account.ts'
import { requirePasswords } from '../identity-ctx.ts'
import { ensureUserForEmail } from '../sync/ensure-user-for-email.ts'
import { requestPasswordReset } from './request-password-reset.ts'
import { requestSignInLink } from './request-sign-in-link.ts'
import { resetPassword } from './reset-password.ts'
import { signIn } from './sign-in.ts'
import { signUp } from './sign-up.ts'

const database = useTestDatabase()
const app = useTestApp(database)
const passwords = () => requirePasswords(app())
const password = 'a quiet morning'
const address = () => `10.0.0.${v7()}`
const someone = () => `${v7().slice(-12)}@test.example`
const signInAs = (email: string, given = password, from = address()) =>
  signIn(app().systemCtx, { email, password: given, next: null, headers: new Headers(), address: from })

async function signedIn(email: string): Promise<{ cookie: string; setCookies: string[] }> {
  const result = await signInAs(email)
  if (result.kind !== 'signed-in') throw new Error(`not signed in: ${result.kind}`)
  return { cookie: cookieHeader(result.cookies), setCookies: result.cookies }
}

async function verifiedAccount(): Promise<{ email: string; userId: string }> {
  const email = someone()
  const { userId } = await createAccount(app().systemCtx, { email, name: 'Mei', password, isVerified: true })
  return { email, userId }
}

describe('signing up', () => {
  it('leads by the mailed link to being signed in, once', async () => {
    const email = someone()
    await signUp(app().systemCtx, { name: 'Mei', email, password, next: '/onboarding', address: address() })
    const link = linkOf(await lastMail(database(), email))
    expect(await signInAs(email)).toEqual({ kind: 'confirm-first' })

    const arrived = await followLink(app(), link)
    expect(arrived).toMatchObject({ status: 302, location: 'http://coursecove.localhost:3000/onboarding' })
    expect(await app().identity.findViewer(withCookie(arrived.cookie))).toMatchObject({ name: 'Mei', email, isOperator: false })
    expect((await followLink(app(), link)).location).toContain('/verify?state=used')
  })

  it('with a taken address tells only its mailbox, and changes nothing', async () => {
    const { email } = await verifiedAccount()
    await signUp(app().systemCtx, { name: 'Mallory', email, password: 'another password', next: null, address: address() })
    expect(await lastMail(database(), email)).toMatchObject({ kind: 'account-exists' })
    expect((await signInAs(email)).kind).toBe('signed-in')
    expect((await signInAs(email, 'another password')).kind).toBe('refused')
  })

  it('again before the address was confirmed makes the earlier password and link worthless', async () => {
    const email = someone()
    await signUp(app().systemCtx, { name: 'Mallory', email, password: 'a trap is laid', next: null, address: address() })
    const trap = linkOf(await lastMail(database(), email))
    await signUp(app().systemCtx, { name: 'Mei', email, password, next: null, address: address() })
    expect((await followLink(app(), trap)).location).toContain('/verify?state=used')
    await followLink(app(), linkOf(await lastMail(database(), email)))
    expect((await signInAs(email, 'a trap is laid')).kind).toBe('refused')
    expect((await signInAs(email)).kind).toBe('signed-in')
  })

  it('gives a buyer their courses only when the address is confirmed', async () => {
    const email = someone()
    const { userId } = await app().systemCtx.inSystem((tx) => ensureUserForEmail(tx, { id: v7(), email, name: 'Grace' }))
    await signUp(app().systemCtx, { name: 'Grace', email, password, next: null, address: address() })
    const { cookie } = await followLink(app(), linkOf(await lastMail(database(), email)))
    expect((await app().identity.findViewer(withCookie(cookie)))?.userId).toBe(userId)
  })
})

describe('a session', () => {
  it('holds on every subdomain and is out of reach for scripts', async () => {
    const { email } = await verifiedAccount()
    const { setCookies } = await signedIn(email)
    const session = setCookies.find((line) => line.startsWith('cove.session_token='))
    expect(session).toMatch(/Domain=coursecove\.localhost(;|$)/)
    expect(session).toContain('HttpOnly')
    expect(session).toContain('SameSite=Lax')
  })

  it('is over at once everywhere when its owner signs out everywhere', async () => {
    const { email, userId } = await verifiedAccount()
    const [phone, laptop] = [await signedIn(email), await signedIn(email)]
    expect(await app().identity.findViewer(withCookie(phone.cookie))).not.toBeNull()
    await app().identity.signOutEverywhere(userId)
    expect(await app().identity.findViewer(withCookie(phone.cookie))).toBeNull()
    expect(await app().identity.findViewer(withCookie(laptop.cookie))).toBeNull()
  })

  it('can be ended one by one, but only by its owner', async () => {
    const [mei, eve] = [await verifiedAccount(), await verifiedAccount()]
    const { cookie } = await signedIn(mei.email)
    const [session] = await listSessions(app().systemCtx, mei.userId, withCookie(cookie))
    expect(session).toMatchObject({ isCurrent: true })
    await endSession(app().systemCtx, eve.userId, session?.id ?? '')
    expect(await app().identity.findViewer(withCookie(cookie))).not.toBeNull()
    await endSession(app().systemCtx, mei.userId, session?.id ?? '')
    expect(await app().identity.findViewer(withCookie(cookie))).toBeNull()
  })

  it('makes its user on the first request, once for fifty at the same time', async () => {
    const email = someone()
    await passwords().createAccount({ email, name: 'First', password, isVerified: true })
    const { cookie } = await signedIn(email)
    const viewers = await Promise.all(Array.from({ length: 50 }, () => app().identity.findViewer(withCookie(cookie))))
    expect(new Set(viewers.map((viewer) => viewer?.userId)).size).toBe(1)
    const { rows } = await database().superuser.query('select count(*)::int as found from users where email = $1', [email])
    expect(rows[0].found).toBe(1)
  })

  it('of nobody is nobody', async () => {
    expect(await app().identity.findViewer(new Headers())).toBeNull()
    expect(await app().identity.findViewer(withCookie('cove.session_token=made.up'))).toBeNull()
    expect(await app().identity.findViewerByBearer('made.up')).toBeNull()
  })
})

describe('a link to sign in', () => {
  it('reaches a buyer who has no account, and makes theirs', async () => {
    const email = someone()
    const { userId } = await app().systemCtx.inSystem((tx) => ensureUserForEmail(tx, { id: v7(), email, name: 'Omar' }))
    await requestSignInLink(app().systemCtx, { email, next: 'http://melody.coursecove.localhost:3000/learn?from=mail%20box', address: address() })
    const arrived = await followLink(app(), linkOf(await lastMail(database(), email)))
    expect(arrived.location).toBe('http://melody.coursecove.localhost:3000/learn?from=mail%20box')
    expect(await app().identity.findViewer(withCookie(arrived.cookie))).toMatchObject({ userId, name: 'Omar' })
  })

  it('works once', async () => {
    const { email } = await verifiedAccount()
    const link = await app().identity.createSignInLink({ email, callbackUrl: 'http://melody.coursecove.localhost:3000/learn', expiresInSeconds: 60 })
    expect((await followLink(app(), link)).cookie).toContain('cove.session_token=')
    const again = await followLink(app(), link)
    expect(again.location).toContain('/sign-in?next=')
    expect(again.cookie).not.toContain('cove.session_token=')
  })

  it('is short, and leads to sign-in when nobody knows it', async () => {
    const { email } = await verifiedAccount()
    const link = await app().identity.createSignInLink({ email, callbackUrl: `http://melody.coursecove.localhost:3000/learn/${'long'.repeat(100)}`, expiresInSeconds: 60 })
    expect(link).toMatch(/^http:\/\/coursecove\.localhost:3000\/api\/auth\/link\?token=[\w-]{32}$/)
    for (const made of [`${link}x`, link.replace('token=', 'token=way-of-link:'), link.replace(/token=.*/, '')]) {
      expect(await followLink(app(), made)).toMatchObject({ status: 302, location: 'http://coursecove.localhost:3000/sign-in?error=INVALID_TOKEN', cookie: '' })
    }
    expect((await followLink(app(), link)).cookie).toContain('cove.session_token=')
  })

  it('is over when its time is', async () => {
    const { email } = await verifiedAccount()
    const link = await app().identity.createSignInLink({ email, callbackUrl: 'http://coursecove.localhost:3000/', expiresInSeconds: -1 })
    expect((await followLink(app(), link)).cookie).not.toContain('cove.session_token=')
  })

  it('leads nowhere but to our own hosts', async () => {
    const { email } = await verifiedAccount()
    const link = await app().identity.createSignInLink({ email, callbackUrl: 'https://evil.example/', expiresInSeconds: 60 })
    expect((await followLink(app(), link)).status).toBe(403)
  })

  it('is mailed to nobody whom we do not know', async () => {
    const email = someone()
    await requestSignInLink(app().systemCtx, { email, next: null, address: address() })
    await requestPasswordReset(app().systemCtx, { email, next: null, address: address() })
    expect(await lastMail(database(), email)).toBeNull()
  })
})

describe('a new password', () => {
  it('opens the account, ends every session, and its link works once', async () => {
    const { email } = await verifiedAccount()
    const { cookie } = await signedIn(email)
    await requestPasswordReset(app().systemCtx, { email, next: null, address: address() })
    const token = new URL(linkOf(await lastMail(database(), email))).searchParams.get('token') ?? ''
    await resetPassword(app().systemCtx, { token, password: 'an evening walk' })
    expect(await app().identity.findViewer(withCookie(cookie))).toBeNull()
    expect((await signInAs(email)).kind).toBe('refused')
    expect((await signInAs(email, 'an evening walk')).kind).toBe('signed-in')
    await expect(resetPassword(app().systemCtx, { token, password: 'once more please' })).rejects.toMatchObject({ code: 'reset-link-over' })
  })
})

describe('ten failed sign-ins', () => {
  it('close an account for a while, even for the right password, and say how long', async () => {
    const { email } = await verifiedAccount()
    for (let tries = 0; tries < 10; tries += 1) expect((await signInAs(email, 'wrong')).kind).toBe('refused')
    const refusal = await signInAs(email).catch((fault: unknown) => fault)
    expect(refusal).toBeInstanceOf(TooManyRequests)
    expect((refusal as TooManyRequests).retryAfterSeconds).toBeGreaterThan(500)
  })

  it('close an address, whichever accounts it tried', async () => {
    const from = address()
    for (let tries = 0; tries < 10; tries += 1) await signInAs(someone(), 'wrong', from)
    const { email } = await verifiedAccount()
    await expect(signInAs(email, password, from)).rejects.toBeInstanceOf(TooManyRequests)
    expect((await signInAs(email)).kind).toBe('signed-in')
  })

  it('are counted for addresses without an account too', async () => {
    const email = someone()
    for (let tries = 0; tries < 10; tries += 1) await signInAs(email, 'wrong')
    await expect(signInAs(email, 'wrong')).rejects.toBeInstanceOf(TooManyRequests)
  })
})

describe('/api/auth', () => {
  it.each(['/api/auth/sign-up/email', '/api/auth/get-session', '/api/auth/sign-in/magic-link', '/api/auth/magic-link/verify?token=x', '/api/auth/verify-email?token=x', '/api/auth/list-sessions'])(
    'answers 404 to %s',
    async (path) => {
      for (const method of ['GET', 'POST']) {
        const answer = await app().identity.handle(new Request(`http://coursecove.localhost:3000${path}`, { method }))
        expect(answer.status).toBe(404)
      }
    },
  )

  it('is not set off by a look ahead', async () => {
    const { email } = await verifiedAccount()
    const link = await app().identity.createSignInLink({ email, callbackUrl: 'http://coursecove.localhost:3000/', expiresInSeconds: 60 })
    expect((await app().identity.handle(new Request(link, { method: 'HEAD' }))).status).toBe(404)
    expect((await followLink(app(), link)).cookie).toContain('cove.session_token=')
  })
})
