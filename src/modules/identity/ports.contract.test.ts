import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { cookieHeader, withCookie } from '../../../tests/support/account-steps.ts'
import { useBuiltinPeople, useClerkPeople } from '../../../tests/support/people-of-providers.ts'
import { endSession, listSessions, renameSelf } from './account/account.ts'
import { ensureUserForEmail } from './sync/ensure-user-for-email.ts'

const landing = 'http://melody.coursecove.localhost:3000/learn'
const someone = () => `${v7().slice(-12)}@test.example`

// The same guarantees for both: whichever provider is wired, the rest of CourseCove sees no difference.
describe.each([
  ['the built-in accounts', useBuiltinPeople],
  ['Clerk', useClerkPeople],
])('%s', (_name, usePeople) => {
  const people = usePeople()
  const findViewer = async (headers: Headers) => people().app.identity.findViewer(headers)
  const newcomer = async (name = 'Mei Tanaka') => {
    const email = someone()
    const subject = await people().make({ email, name, isVerified: true })
    const browser = await people().signIn(email)
    const viewer = await findViewer(await browser.nextRequest())
    return { email, subject, browser, userId: viewer?.userId ?? 'nobody' }
  }

  it('know who is signed in, by cookies and by a bearer token', async () => {
    const { email, browser, userId } = await newcomer()
    expect(await findViewer(await browser.nextRequest())).toEqual({ userId, name: 'Mei Tanaka', email, isOperator: false, language: null })
    expect(await people().app.identity.findViewerByBearer(await browser.token())).toMatchObject({ userId })
  })

  it('take nobody for signed in who shows nothing, or something made up', async () => {
    for (const cookie of ['', 'cove.session_token=made.up', '__session=made.up.too', '__session=', '__session=eyJhbGciOiJub25lIn0.e30.', '__client_uat=1']) {
      expect(await findViewer(withCookie(cookie))).toBeNull()
    }
    for (const token of ['', 'made.up', 'made.up.too', 'eyJhbGciOiJub25lIn0.e30.']) expect(await people().app.identity.findViewerByBearer(token)).toBeNull()
  })

  it('tell what an account says, and nothing of one that is not there', async () => {
    const { email, subject } = await newcomer('Νίκη 美咲')
    expect(await people().app.accounts.fetchAccount(subject)).toMatchObject({ subject, email, name: 'Νίκη 美咲', isEmailVerified: true })
    expect(await people().app.accounts.fetchAccount('user_of_nobody')).toBeNull()
  })

  it('do not vouch for an address that nobody proved', async () => {
    const email = someone()
    const subject = await people().make({ email, name: 'Mei', isVerified: false })
    expect(await people().app.accounts.fetchAccount(subject)).toMatchObject({ email, isEmailVerified: false })
  })

  it('take a new name, which is known here at once', async () => {
    const { browser, userId } = await newcomer()
    await renameSelf(people().app.systemCtx, userId, 'Mei Ito Tanaka')
    expect(await findViewer(await browser.nextRequest())).toMatchObject({ name: 'Mei Ito Tanaka' })
  })

  it('end when they are removed, and say nothing of one that is gone already', async () => {
    const { subject } = await newcomer()
    const { accounts } = people().app
    await accounts.removeAccount(subject)
    await accounts.removeAccount(subject)
    expect(await accounts.fetchAccount(subject)).toBeNull()
  })

  it('list where one is signed in, and which of it is here', async () => {
    const { email, browser, userId } = await newcomer()
    await people().signIn(email)
    const found = await listSessions(people().app.systemCtx, userId, await browser.nextRequest())
    expect(found).toHaveLength(2)
    expect(found.filter(({ isCurrent }) => isCurrent)).toHaveLength(1)
    expect(found.every(({ startedAt }) => Math.abs(Date.now() - startedAt.getTime()) < 60_000)).toBe(true)
  })

  it('end one session, but only its owner’s', async () => {
    const [mei, eve] = [await newcomer(), await newcomer('Eve')]
    const phone = await people().signIn(mei.email)
    const sessions = await listSessions(people().app.systemCtx, mei.userId, await phone.nextRequest())
    const id = sessions.find(({ isCurrent }) => isCurrent)?.id ?? ''
    await endSession(people().app.systemCtx, eve.userId, id)
    expect(await findViewer(await phone.nextRequest())).not.toBeNull()
    await endSession(people().app.systemCtx, mei.userId, id)
    expect(await findViewer(await phone.nextRequest())).toBeNull()
    expect(await findViewer(await mei.browser.nextRequest())).not.toBeNull()
  })

  it('sign out: this browser forgets, and its session is over', async () => {
    const { browser } = await newcomer()
    const { cookies } = await people().app.accounts.signOut(await browser.nextRequest())
    expect(cookies.length).toBeGreaterThan(0)
    expect(cookies.every((line) => /Max-Age=0/.test(line))).toBe(true)
    expect(await findViewer(withCookie(cookieHeader(cookies)))).toBeNull()
    expect(await findViewer(await browser.nextRequest())).toBeNull()
  })

  it('sign out everywhere', async () => {
    const { email, browser, userId } = await newcomer()
    const phone = await people().signIn(email)
    await people().app.identity.signOutEverywhere(userId)
    expect(await findViewer(await browser.nextRequest())).toBeNull()
    expect(await findViewer(await phone.nextRequest())).toBeNull()
  })

  it('make a link that signs a buyer in, once, as the user who bought', async () => {
    const email = someone()
    const { userId } = await people().app.systemCtx.inSystem((tx) => ensureUserForEmail(tx, { id: v7(), email, name: 'Omar' }))
    const link = await people().app.identity.createSignInLink({ email, callbackUrl: landing, expiresInSeconds: 60 })
    const arrived = await people().follow(link)
    expect(arrived?.location).toBe(landing)
    expect(await findViewer(arrived?.headers ?? new Headers())).toMatchObject({ userId, name: 'Omar', email })
    expect(await people().follow(link)).toBeNull()
  })

  it('make a link for somebody who has an account, and no second account', async () => {
    const { email, userId } = await newcomer()
    const link = await people().app.identity.createSignInLink({ email, callbackUrl: landing, expiresInSeconds: 60 })
    expect(await findViewer((await people().follow(link))?.headers ?? new Headers())).toMatchObject({ userId })
  })

  it('make one user of fifty first requests at the same time', async () => {
    const email = someone()
    await people().make({ email, name: 'First', isVerified: true })
    const headers = await (await people().signIn(email)).nextRequest()
    const viewers = await Promise.all(Array.from({ length: 50 }, () => findViewer(headers)))
    expect(new Set(viewers.map((viewer) => viewer?.userId)).size).toBe(1)
    expect(await people().countUsers(email)).toBe(1)
  })

  it('know nobody any more whose account is gone', async () => {
    const { subject, browser } = await newcomer()
    await people().remove(subject)
    expect(await people().app.accounts.fetchAccount(subject)).toBeNull()
    expect(await findViewer(await browser.nextRequest())).toBeNull()
  })

  it('answer 404 to all of /api/auth that no link leads to', async () => {
    for (const path of ['sign-in/email', 'get-session', 'v1/client']) {
      const answer = await people().app.identity.handle(new Request(`http://coursecove.localhost:3000/api/auth/${path}`))
      expect(answer.status).toBe(404)
    }
  })
})
