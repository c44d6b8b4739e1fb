import { html, pageResponse } from '../core/page.ts'
import type { Markup } from '../core/page.ts'
import { membershipsOfUser } from './directory.ts'
import type { Emulator } from './emulator.ts'
import { returnTargets } from './portal-return.ts'
import type { StoredInvitation, StoredSession, StoredUser } from './state.ts'
import { identifierOf } from './user-view.ts'

const BANNER = 'Local stand-in for Clerk — no password is asked for. Whoever reaches this page can be anybody.'

type Visit = { returnTo: string; problem?: string | undefined; email?: string | undefined }

export function signInPage(emulator: Emulator, { returnTo, problem, email }: Visit): Response {
  return page(emulator, 'Sign in', html`
<h1>Sign in</h1>${problemNote(problem)}
<form method="post" action="/sign-in">${hidden(returnTo)}
<div class="field"><label for="email">E-mail address</label><input id="email" name="email" type="email" autocomplete="username" required value="${email}"></div>
<button class="main">Continue</button></form>
<p class="soft">No account yet? <a href="/sign-up?redirect_url=${encodeURIComponent(returnTo)}">Sign up</a></p>`, problem)
}

export function signUpPage(emulator: Emulator, { returnTo, problem, email }: Visit): Response {
  return page(emulator, 'Sign up', html`
<h1>Sign up</h1>${problemNote(problem)}
<form method="post" action="/sign-up">${hidden(returnTo)}
<div class="field"><label for="first_name">First name</label><input id="first_name" name="first_name" autocomplete="given-name"></div>
<div class="field"><label for="last_name">Last name</label><input id="last_name" name="last_name" autocomplete="family-name"></div>
<div class="field"><label for="email">E-mail address</label><input id="email" name="email" type="email" autocomplete="email" required value="${email}"></div>
<button class="main">Continue</button></form>
<p class="soft">Have an account? <a href="/sign-in?redirect_url=${encodeURIComponent(returnTo)}">Sign in</a></p>`, problem)
}

export function organizationsPage(emulator: Emulator, user: StoredUser, session: StoredSession, { returnTo, problem }: Visit): Response {
  const own = membershipsOfUser(emulator.state, user.id).flatMap((one) => emulator.state.organizations.get(one.organizationId) ?? [])
  return page(emulator, 'Choose an organization', html`
<h1>Choose an organization</h1>${problemNote(problem)}
<p class="soft">Signed in as ${identifierOf(user)}.</p>
<form method="post" action="/choose-organization">${hidden(returnTo)}
${own.map((one) => html`<button name="organization" value="${one.id}"${one.id === session.organizationId && { markup: ' class="main"' }}>${one.name}</button>`)}
<button name="organization" value="" class="quiet">No organization</button></form>
<p class="soft"><a href="/create-organization?redirect_url=${encodeURIComponent(returnTo)}">Create an organization</a></p>`, problem)
}

export function createOrganizationPage(emulator: Emulator, { returnTo, problem }: Visit): Response {
  return page(emulator, 'Create an organization', html`
<h1>Create an organization</h1>${problemNote(problem)}
<form method="post" action="/create-organization">${hidden(returnTo)}
<div class="field"><label for="name">Name</label><input id="name" name="name" autocomplete="organization" required maxlength="256"></div>
<div class="field"><label for="slug">Slug</label><input id="slug" name="slug" pattern="[a-z0-9\\-]+"><p class="hint">Made from the name when left empty.</p></div>
<button class="main">Create</button></form>`, problem)
}

export function invitationPage(emulator: Emulator, invitation: StoredInvitation): Response {
  const organization = emulator.state.organizations.get(invitation.organizationId)
  return page(emulator, 'Invitation', html`
<h1>Join ${organization?.name}</h1>
<p class="soft">The invitation is for ${invitation.email}. Without an account yet, this makes one.</p>
<form method="post" action="/accept-invitation"><input type="hidden" name="ticket" value="${invitation.ticket}"><button class="main">Join</button></form>`)
}

export function accountPage(emulator: Emulator, user: StoredUser | null): Response {
  if (!user) {
    return page(emulator, 'Accounts', html`<h1>Nobody is signed in</h1><a class="button main" href="/sign-in">Sign in</a><a class="button" href="/sign-up">Sign up</a>`)
  }
  return page(emulator, 'Accounts', html`
<h1>Signed in as ${identifierOf(user)}</h1>
<a class="button" href="/choose-organization">Choose an organization</a><a class="button" href="/create-organization">Create an organization</a>
<a class="button quiet" href="/sign-out">Sign out</a>`)
}

/** 400: the portal leads nobody to an address that it was not told of. */
export function refusedReturnPage(emulator: Emulator): Response {
  return page(emulator, 'Not allowed', html`<h1>This way back is not allowed</h1><p class="soft">Add its origin to CLERK_EMULATOR_ALLOWED_ORIGINS, or set CLERK_EMULATOR_COOKIE_DOMAIN.</p>`, 'refused')
}

export function closedInvitationPage(emulator: Emulator): Response {
  return page(emulator, 'Invitation', html`<h1>This invitation is not open</h1><p class="soft">It was used, taken back, or its time is over. Ask for another.</p>`, 'closed')
}

function page(emulator: Emulator, title: string, main: Markup, problem?: string): Response {
  return pageResponse({ title: `Test accounts: ${title}`, banner: BANNER, main }, problem ? 400 : 200, returnTargets(emulator))
}

function hidden(returnTo: string): Markup {
  return html`<input type="hidden" name="redirect_url" value="${returnTo}">`
}

function problemNote(problem: string | undefined): Markup {
  return problem ? html`<div class="problem" role="alert"><p>${problem}</p></div>` : html``
}
