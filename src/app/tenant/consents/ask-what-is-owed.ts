import { redirect, type RouterContextProvider } from 'react-router'
import { readOwed } from '#modules/consents/index.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import { requestContext } from '../../request-context.ts'
import { answerHeaders } from '../../respond.ts'

/** The cookie of who put it off: for a day nobody asks again. Its name keeps its owner's pages their own (page-front.ts). */
const laterCookie = 'cove-agree-later'
const laterSeconds = 24 * 3600

type Context = Readonly<RouterContextProvider>

/**
 * Leads to the page that asks, where the person who comes to learn has not agreed yet. Only who comes to an address is
 * led there: a lesson that is open is not taken out of anybody's hands.
 *
 * @throws a redirect
 */
export async function askWhatIsOwed(context: Context, request: Request, ctx: TenantCtx): Promise<void> {
  if (request.method !== 'GET' || request.headers.get('sec-fetch-dest') === 'empty') return
  const owed = await readOwed(ctx)
  if (owed.documents.length === 0 || (owed.canWait && hasPutOff(request))) return

  const { pathname, search } = new URL(request.url)
  throw redirect(`${context.get(requestContext).base}/agree?${new URLSearchParams({ next: `${pathname}${search}` })}`, 303)
}

/** Remembers with the answer that somebody put it off. */
export function putOff(context: Context): void {
  const { base, app } = context.get(requestContext)
  const parts = [`${laterCookie}=1`, `Path=${base || '/'}`, `Max-Age=${laterSeconds}`, 'HttpOnly', 'SameSite=Lax']
  if (app.config.scheme === 'https') parts.push('Secure')
  context.get(answerHeaders).append('Set-Cookie', parts.join('; '))
}

function hasPutOff(request: Request): boolean {
  return new RegExp(`(?:^|;\\s*)${laterCookie}=1(?:;|$)`).test(request.headers.get('cookie') ?? '')
}
