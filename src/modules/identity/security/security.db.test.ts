import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { cookieHeader, followLink, lastMail, linkOf, withCookie } from '../../../../tests/support/account-steps.ts'
import { useTestApp } from '../../../../tests/support/test-app.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { createAccount } from '../account/create-account.ts'
import { listSessions } from '../account/account.ts'
import { requirePasskeys, requirePasswords } from '../identity-ctx.ts'
import { requestSignInLink } from '../sign-in/request-sign-in-link.ts'
import { signIn } from '../sign-in/sign-in.ts'
import { askToSignInWithPasskey, signInWithPasskey } from '../sign-in/sign-in-with-passkey.ts'
import { confirmAddressChange, requestAddressChange } from './change-address.ts'
import { changePassword } from './change-password.ts'
import { addPasskey, askForPasskey, listPasskeys, removePasskey, renamePasskey } from './passkeys.ts'
import { readProtection } from './read-protection.ts'

const database = useTestDatabase()
const app = useTestApp(database)
const password = 'a quiet morning'
const someone = () => `${v7().slice(-12)}@test.example`
const isNobody = async (cookie: string) => (await app().identity.findViewer(withCookie(cookie))) === null

interface Somebody {
  email: string
  userId: string
  cookie: string
}

async function signedIn(email: string, given = password): Promise<string> {
  const result = await signIn(app().systemCtx, { email, password: given, next: null, headers: new Headers(), address: v7() })
  return result.kind === 'signed-in' ? cookieHeader(result.cookies) : ''
}

async function somebody(): Promise<Somebody> {
  const email = someone()
  const { userId } = await createAccount(app().systemCtx, { email, name: 'Mei', password, isVerified: true })
  return { email, userId, cookie: await signedIn(email) }
}

/** Somebody who came by a link and never set a password. */
async function somebodyByLink(): Promise<Somebody> {
  const { email, cookie } = await somebody()
  await database().superuser.query(`delete from better_auth.account where "userId" = (select id from better_auth."user" where email = $1)`, [email])
  const viewer = await app().identity.findViewer(withCookie(cookie))
  return { email, cookie, userId: viewer?.userId ?? '' }
}

const selfOf = ({ userId, cookie }: Somebody, given = password) => ({ userId, password: given, headers: withCookie(cookie) })

async function ageSessions(email: string): Promise<void> {
  await database().superuser.query(`update better_auth.session set "createdAt" = now() - interval '11 minutes', "updatedAt" = now() - interval '11 minutes' where "userId" = (select id from better_auth."user" where email = $1)`, [email])
}

describe('changing the password', () => {
  it('takes the one until now, ends all other sessions, and tells the mailbox', async () => {
    const person = await somebody()
    const other = await signedIn(person.email)
    await expect(changePassword(app().systemCtx, selfOf(person, 'a wrong one'), 'an evening walk')).rejects.toMatchObject({ fieldErrors: { password: 'This is not your password.' } })
    expect(await isNobody(other)).toBe(false)

    await changePassword(app().systemCtx, selfOf(person), 'an evening walk')
    expect(await isNobody(person.cookie)).toBe(false)
    expect(await isNobody(other)).toBe(true)
    expect(await signedIn(person.email)).toBe('')
    expect(await signedIn(person.email, 'an evening walk')).not.toBe('')
    expect(await lastMail(database(), person.email)).toMatchObject({ kind: 'password-changed' })
  })

  it('is closed after ten wrong ones, as signing in is', async () => {
    const person = await somebody()
    for (let tries = 0; tries < 10; tries += 1) await changePassword(app().systemCtx, selfOf(person, 'wrong'), 'an evening walk').catch(() => {})
    await expect(changePassword(app().systemCtx, selfOf(person), 'an evening walk')).rejects.toMatchObject({ code: 'too-many-requests' })
  })

  it('sets the first one of an account that had none, soon after signing in and no later', async () => {
    const person = await somebodyByLink()
    expect(await readProtection(app().systemCtx, person.userId)).toMatchObject({ hasPassword: false })
    await ageSessions(person.email)
    await expect(changePassword(app().systemCtx, selfOf(person, ''), 'an evening walk')).rejects.toMatchObject({ code: 'sign-in-again' })

    await requestSignInLink(app().systemCtx, { email: person.email, next: null, address: v7() })
    const { cookie } = await followLink(app(), linkOf(await lastMail(database(), person.email)))
    await changePassword(app().systemCtx, selfOf({ ...person, cookie }, ''), 'an evening walk')
    expect(await signedIn(person.email, 'an evening walk')).not.toBe('')
  })
})

describe('changing the address', () => {
  const ask = (person: Somebody, email: string, given = password) => requestAddressChange(app().systemCtx, selfOf(person, given), { email, next: null })
  const tokenFor = async (email: string) => new URL(linkOf(await lastMail(database(), email))).searchParams.get('token') ?? ''

  it('takes the password and a link that was mailed to the new one, once; the old one is told', async () => {
    const person = await somebody()
    const email = someone()
    await expect(ask(person, email, '')).rejects.toMatchObject({ fieldErrors: { password: 'Enter your password.' } })
    await ask(person, email)
    expect((await app().identity.findViewer(withCookie(person.cookie)))?.email).toBe(person.email)

    const token = await tokenFor(email)
    expect(await confirmAddressChange(app().systemCtx, person.userId, token)).toBe(email)
    expect(await app().identity.findViewer(withCookie(person.cookie))).toMatchObject({ userId: person.userId, email })
    expect(await signedIn(person.email)).toBe('')
    expect(await signedIn(email)).not.toBe('')
    expect(await lastMail(database(), person.email)).toMatchObject({ kind: 'address-changed' })
    await expect(confirmAddressChange(app().systemCtx, person.userId, token)).rejects.toMatchObject({ code: 'address-link-over' })
  })

  it('does not work for whoever else follows the link', async () => {
    const [person, eve] = [await somebody(), await somebody()]
    const email = someone()
    await ask(person, email)
    const token = await tokenFor(email)
    await expect(confirmAddressChange(app().systemCtx, eve.userId, token)).rejects.toMatchObject({ code: 'address-link-over' })
    expect(await confirmAddressChange(app().systemCtx, person.userId, token)).toBe(email)
  })

  it('to one that has an account tells only its mailbox', async () => {
    const [person, other] = [await somebody(), await somebody()]
    await ask(person, other.email)
    expect(await lastMail(database(), other.email)).toMatchObject({ kind: 'account-exists' })
  })

  it('loses against an account that was confirmed meanwhile, and wins against one that never was', async () => {
    const person = await somebody()
    const [taken, unproven] = [someone(), someone()]
    await ask(person, taken)
    await createAccount(app().systemCtx, { email: taken, name: 'Grace', password, isVerified: true })
    await expect(confirmAddressChange(app().systemCtx, person.userId, await tokenFor(taken))).rejects.toMatchObject({ code: 'address-taken' })

    await ask(person, unproven)
    await requirePasswords(app()).createAccount({ email: unproven, name: 'Mallory', password: 'a trap is laid', isVerified: false })
    expect(await confirmAddressChange(app().systemCtx, person.userId, await tokenFor(unproven))).toBe(unproven)
    expect(await signedIn(unproven, 'a trap is laid')).toBe('')
  })
})

describe('passkeys', () => {
  it('are good for the base domain, ask for the owner of the device, and need the password to be added', async () => {
    const person = await somebody()
    await expect(askForPasskey(app().systemCtx, selfOf(person, 'wrong'))).rejects.toMatchObject({ code: 'invalid-input' })
    const { options } = await askForPasskey(app().systemCtx, selfOf(person))
    expect(options).toMatchObject({ rp: { id: 'coursecove.localhost' }, authenticatorSelection: { residentKey: 'required', userVerification: 'required' } })
    const signing = await askToSignInWithPasskey(app().systemCtx, { headers: new Headers(), address: v7() })
    expect(signing.options).toMatchObject({ rpId: 'coursecove.localhost' })
    // It names no key: who has which is nobody's business before they have signed in.
    expect(signing.options.allowCredentials ?? []).toEqual([])
  })

  it('that were made up add nothing and let nobody in', async () => {
    const person = await somebody()
    const { cookies } = await askForPasskey(app().systemCtx, selfOf(person))
    for (const answer of [null, 'words', {}, { id: 'made-up', rawId: 'made-up', type: 'public-key', response: { clientDataJSON: 'e30', attestationObject: 'oA' } }]) {
      const headers = withCookie(`${person.cookie}; ${cookieHeader(cookies)}`)
      await expect(addPasskey(app().systemCtx, { userId: person.userId, answer, name: 'x', headers })).rejects.toMatchObject({ code: 'passkey-not-added' })
      expect(await signInWithPasskey(app().systemCtx, { answer, headers: new Headers(), address: v7() })).toEqual({ kind: 'refused' })
    }
    expect(await listPasskeys(app().systemCtx, person.userId)).toEqual([])
  })

  it('can be named and removed by their owner alone', async () => {
    const [mei, eve] = [await somebody(), await somebody()]
    const id = v7()
    await database().superuser.query(
      `insert into better_auth.passkey (id, "publicKey", "userId", "credentialID", counter, "deviceType", "backedUp", aaguid) select $1, 'key', id, $1, 0, 'multiDevice', true, 'bada5566-a7aa-401f-bd96-45619a55120d' from better_auth."user" where email = $2`,
      [id, mei.email],
    )
    await expect(renamePasskey(app().systemCtx, { userId: eve.userId, passkeyId: id, name: 'Mine' })).rejects.toMatchObject({ code: 'not-found' })
    await removePasskey(app().systemCtx, { userId: eve.userId, passkeyId: id })
    await renamePasskey(app().systemCtx, { userId: mei.userId, passkeyId: id, name: 'Blue laptop' })
    expect(await listPasskeys(app().systemCtx, mei.userId)).toMatchObject([{ id, name: 'Blue laptop', keeper: '1Password', isSynced: true, lastUsedAt: null }])
    await removePasskey(app().systemCtx, { userId: mei.userId, passkeyId: id })
    expect(await requirePasskeys(app()).list(id)).toEqual([])
    expect(await listPasskeys(app().systemCtx, mei.userId)).toEqual([])
    expect(await lastMail(database(), mei.email)).toMatchObject({ kind: 'passkey-removed' })
  })
})

describe('a session', () => {
  it('notes when it was last used, to five minutes, and ends when it was meant to all the same', async () => {
    const person = await somebody()
    const read = async () => (await listSessions(app().systemCtx, person.userId, withCookie(person.cookie)))[0]
    await ageSessions(person.email)
    const before = await read()
    expect(await isNobody(person.cookie)).toBe(false)
    await expect.poll(async () => (await read())?.lastSeenAt.getTime()).toBeGreaterThan(before?.lastSeenAt.getTime() ?? Infinity)
    expect(await read()).toMatchObject({ startedAt: before?.startedAt })
  })
})
