import type { Context, Hono } from 'hono'
import { isForeign } from '../core/is-foreign.ts'
import { findUserByEmail } from './directory.ts'
import type { Emulator } from './emulator.ts'
import { machineSeconds } from './emulator.ts'
import { ClerkFault } from './errors.ts'
import { acceptInvitation, findOpenInvitation } from './invitations.ts'
import { createOrganization, newOrganization } from './organizations.ts'
import { readParams } from './params.ts'
import { ensureClient, findClient, setSessionCookies } from './portal-cookies.ts'
import {
  accountPage, closedInvitationPage, createOrganizationPage, invitationPage, organizationsPage, refusedReturnPage, signInPage, signUpPage,
} from './portal-pages.ts'
import { allowedReturn } from './portal-return.ts'
import { chooseOrganization, endSession, startSession } from './sessions.ts'
import { spendSignInToken } from './sign-in-tokens.ts'
import type { StoredClient, StoredSession, StoredUser } from './state.ts'
import { createUser, newUser } from './users.ts'

/** One visit of a person: the way back that was asked for, and what was typed. */
type Visit = { context: Context; emulator: Emulator; returnTo: URL; form: Record<string, string> }
type SignedIn = Visit & { client: StoredClient; session: StoredSession; user: StoredUser }

/**
 * Serves the account portal, our stand-in for Clerk's pages: who types an address is that person. It
 * gives the applications under the cookie domain their session cookies and sends the person back.
 */
export function servePortal(app: Hono, emulator: Emulator): void {
  const visit = (path: string, method: 'GET' | 'POST', work: (visit: Visit) => Response) =>
    app.on(method, path, (context) => receive(context, emulator, work))
  app.get('/images/nobody.svg', () => new Response(NOBODY, { headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' } }))
  visit('/', 'GET', (one) => accountPage(emulator, signedIn(one)?.user ?? null))
  visit('/sign-in', 'GET', (one) => byTicket(one) ?? refresh(one) ?? signInPage(emulator, { returnTo: one.returnTo.href, email: one.form.email }))
  visit('/sign-in', 'POST', signIn)
  visit('/sign-up', 'GET', (one) => refresh(one) ?? signUpPage(emulator, { returnTo: one.returnTo.href }))
  visit('/sign-up', 'POST', signUp)
  visit('/sign-out', 'GET', signOut)
  visit('/choose-organization', 'GET', (one) => withPerson(one, ({ user, session }) => organizationsPage(emulator, user, session, { returnTo: one.returnTo.href })))
  visit('/choose-organization', 'POST', (one) => withPerson(one, (person) => {
    chooseOrganization(emulator, person.session, one.form.organization || null)
    return giveBack(person, person)
  }))
  visit('/create-organization', 'GET', (one) => withPerson(one, () => createOrganizationPage(emulator, { returnTo: one.returnTo.href })))
  visit('/create-organization', 'POST', (one) => withPerson(one, makeOrganization))
  visit('/accept-invitation', 'GET', (one) => {
    const invitation = findOpenInvitation(emulator, one.form.ticket ?? '')
    return invitation ? invitationPage(emulator, invitation) : closedInvitationPage(emulator)
  })
  visit('/accept-invitation', 'POST', joinByInvitation)
  visit('/refresh', 'GET', (one) => refresh(one) ?? giveBack(one, { client: findClient(one.context, emulator)?.client ?? null, session: null }))
}

async function receive(context: Context, emulator: Emulator, work: (visit: Visit) => Response): Promise<Response> {
  if (context.req.method === 'POST' && isForeign((name) => context.req.header(name))) return context.text('A page of another site may not sign anybody in.', 403)
  const typed = context.req.method === 'POST' ? await context.req.parseBody() : context.req.query()
  const form = Object.fromEntries(Object.entries(typed).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.trim()]] : [])))
  const returnTo = allowedReturn(emulator, form.redirect_url)
  if (!returnTo) return refusedReturnPage(emulator)
  emulator.cause = { clientIp: '127.0.0.1', userAgent: context.req.header('user-agent') ?? 'unknown' }
  const response = work({ context, emulator, returnTo, form })
  emulator.changed()
  return response
}

function signIn(visit: Visit): Response {
  const { emulator, form, returnTo } = visit
  const user = findUserByEmail(emulator.state, form.email ?? '')
  const again = (problem: string) => signInPage(emulator, { returnTo: returnTo.href, problem, email: form.email })
  if (!user) return again('Couldn’t find your account.')
  return trying(() => open(visit, user), again)
}

/** Who comes by a link of an application is signed in by it, once; a link that is over leads to the page like any other. */
function byTicket(visit: Visit): Response | null {
  const user = visit.form.__clerk_ticket ? spendSignInToken(visit.emulator, visit.form.__clerk_ticket) : null
  return user && trying(() => open(visit, user), (problem) => signInPage(visit.emulator, { returnTo: visit.returnTo.href, problem }))
}

function signUp(visit: Visit): Response {
  const { emulator, form, returnTo } = visit
  return trying(
    () => open(visit, createUser(emulator, readParams(newUser, { email_address: [form.email ?? ''], first_name: form.first_name || null, last_name: form.last_name || null }))),
    (problem) => signUpPage(emulator, { returnTo: returnTo.href, problem, email: form.email }),
  )
}

function makeOrganization(person: SignedIn): Response {
  const { emulator, form, returnTo, user, session } = person
  return trying(() => {
    const organization = createOrganization(emulator, readParams(newOrganization, { name: form.name ?? '', slug: form.slug || null, created_by: user.id }))
    chooseOrganization(emulator, session, organization.id)
    return giveBack(person, person)
  }, (problem) => createOrganizationPage(emulator, { returnTo: returnTo.href, problem }))
}

function joinByInvitation(visit: Visit): Response {
  const { emulator, form } = visit
  const invitation = findOpenInvitation(emulator, form.ticket ?? '')
  if (!invitation) return closedInvitationPage(emulator)
  return trying(() => {
    const user = findUserByEmail(emulator.state, invitation.email) ?? createUser(emulator, { email_address: [invitation.email] })
    acceptInvitation(emulator, invitation, user)
    const returnTo = allowedReturn(emulator, invitation.redirectUrl ?? undefined) ?? visit.returnTo
    return open({ ...visit, returnTo }, user, invitation.organizationId)
  }, () => closedInvitationPage(emulator))
}

function signOut(visit: Visit): Response {
  const known = findClient(visit.context, visit.emulator)
  if (known?.session) endSession(visit.emulator, known.session, 'removed')
  if (known) known.client.sessionId = null
  return giveBack(visit, { client: known?.client ?? null, session: null })
}

/** Signs somebody in in this browser; who was signed in before is signed out. */
function open(visit: Visit, user: StoredUser, organizationId?: string): Response {
  const { context, emulator, returnTo } = visit
  const client = ensureClient(context, emulator)
  const before = findClient(context, emulator)?.session
  const session = startSession(emulator, user, { organizationId, clientId: client.id, origin: returnTo.origin })
  if (before) endSession(emulator, before, 'removed')
  client.sessionId = session.id
  client.signedInAt = machineSeconds(emulator)
  if (session.status === 'pending') {
    setSessionCookies(context, emulator, client, session)
    return context.redirect(`/choose-organization?redirect_url=${encodeURIComponent(returnTo.href)}`, 303)
  }
  return giveBack(visit, { client, session })
}

/** Fresh cookies and the way back, for who is signed in already; null for anybody else. */
function refresh(visit: Visit): Response | null {
  const person = signedIn(visit)
  return person ? giveBack(visit, person) : null
}

function giveBack({ context, emulator, returnTo }: Visit, { client, session }: { client: StoredClient | null; session: StoredSession | null }): Response {
  // The next token is for the application that it is fetched for.
  if (session && returnTo.origin !== new URL(emulator.publicUrl).origin) session.origin = returnTo.origin
  setSessionCookies(context, emulator, client, session)
  return context.redirect(returnTo.href, 303)
}

function signedIn(visit: Visit): SignedIn | null {
  const known = findClient(visit.context, visit.emulator)
  const user = known?.session ? visit.emulator.state.users.get(known.session.userId) : undefined
  return known?.session && user ? { ...visit, client: known.client, session: known.session, user } : null
}

function withPerson(visit: Visit, work: (person: SignedIn) => Response): Response {
  const person = signedIn(visit)
  if (person) return work(person)
  return visit.context.redirect(`/sign-in?redirect_url=${encodeURIComponent(visit.returnTo.href)}`, 303)
}

function trying(work: () => Response, again: (problem: string) => Response): Response {
  try {
    return work()
  } catch (error) {
    if (error instanceof ClerkFault) return again(error.longMessage)
    throw error
  }
}

const NOBODY = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="#d9d4cc"/><circle cx="32" cy="25" r="11" fill="#8a8378"/><path d="M10 58c2-13 11-19 22-19s20 6 22 19z" fill="#8a8378"/></svg>'
