import { redirect, type RouterContextProvider } from 'react-router'
import { contentSecurityPolicy } from '../http/security-headers.ts'
import { requestContext } from '../request-context.ts'
import { answerHeaders } from '../respond.ts'
import type { ClerkSource } from './clerk-scripts.tsx'
import { clerkSource } from './find-session-to-keep.ts'

/** What a page needs to show Clerk's own component. */
export interface ClerkDoor {
  page: 'sign-in' | 'sign-up'
  source: ClerkSource
  /** Where the person lands, signed in; on one of our own hosts. */
  redirectUrl: string
  /** The other of the two pages, with the same way on. */
  otherUrl: string
  /** Our own hosts, schools as a pattern: Clerk's script leads to no other. */
  allowedOrigins: string[]
  nonce: string
}

/**
 * How one signs in or up where Clerk is who knows people: on Clerk's pages, if an address of them is set, else by
 * Clerk's component on this very page, whose policy is widened for it.
 *
 * @returns null with the built-in accounts
 * @throws a redirect to Clerk's pages
 */
export function findClerkDoor(context: Readonly<RouterContextProvider>, request: Request, { page, next }: { page: ClerkDoor['page']; next: string | null }): ClerkDoor | null {
  const { app, nonce } = context.get(requestContext)
  const { clerk, scheme, baseDomain } = app.config
  if (!clerk) return null

  const [pageUrl, afterUrl] = page === 'sign-in' ? [clerk.signInUrl, clerk.afterSignInUrl] : [clerk.signUpUrl, clerk.afterSignUpUrl]
  const redirectUrl = next ?? new URL(afterUrl ?? '/', `${scheme}://${baseDomain}`).href
  if (pageUrl) {
    const url = new URL(pageUrl)
    url.searchParams.set('redirect_url', redirectUrl)
    const ticket = new URL(request.url).searchParams.get('__clerk_ticket')
    if (ticket) url.searchParams.set('__clerk_ticket', ticket)
    throw redirect(url.href)
  }

  const headers = context.get(answerHeaders)
  headers.set('Content-Security-Policy', contentSecurityPolicy(app.config, nonce, 'clerk-component'))
  // The address may hold a ticket, which signs in once.
  headers.set('Referrer-Policy', 'strict-origin')
  return {
    page,
    source: clerkSource(clerk),
    redirectUrl,
    otherUrl: `/${page === 'sign-in' ? 'sign-up' : 'sign-in'}?next=${encodeURIComponent(redirectUrl)}`,
    allowedOrigins: [`${scheme}://${baseDomain}`, `${scheme}://*.${baseDomain}`],
    nonce,
  }
}
