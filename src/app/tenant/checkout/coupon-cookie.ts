import { redirect, type RouterContextProvider } from 'react-router'
import { asCode } from '#modules/commerce/index.ts'
import { requestContext } from '../../request-context.ts'
import { answerHeaders } from '../../respond.ts'

/** The cookie that carries a coupon from a link to the checkout, whichever way a visitor takes there. Its name is one that keeps its owner's pages their own (page-front.ts). */
const couponCookie = 'cove-coupon'
const cookieDays = 14
const possible = /^[A-Z0-9][A-Z0-9-]{2,39}$/

type Context = Readonly<RouterContextProvider>

/** The code that this browser came with or typed; null without one. */
export function readCouponCookie(request: Request): string | null {
  const found = new RegExp(`(?:^|;\\s*)${couponCookie}=([A-Z0-9-]+)(?:;|$)`).exec(request.headers.get('cookie') ?? '')
  return found?.[1] && possible.test(found[1]) ? found[1] : null
}

/** Remembers a code with the answer, or forgets it: null, and what can be no code. */
export function keepCoupon(context: Context, code: string | null): void {
  const { base, app } = context.get(requestContext)
  const kept = code !== null && possible.test(asCode(code)) ? asCode(code) : null
  // Lax: links to a school stand in mails and on other sites.
  const parts = [`${couponCookie}=${kept ?? ''}`, `Path=${base || '/'}`, `Max-Age=${kept ? cookieDays * 24 * 3600 : 0}`, 'HttpOnly', 'SameSite=Lax']
  if (app.config.scheme === 'https') parts.push('Secure')
  context.get(answerHeaders).append('Set-Cookie', parts.join('; '))
}

/**
 * A link with `?coupon=CODE` leads to the same page without it, and the code goes on as a cookie: so it survives every
 * step to the checkout, stands in no address that is passed on, and makes no second copy of a page that may be cached.
 *
 * @throws a redirect for such a link
 */
export function takeCouponOfLink(context: Context, request: Request): void {
  const { pathname, searchParams } = new URL(request.url)
  const code = searchParams.get('coupon')
  if (code === null || request.method !== 'GET') return

  keepCoupon(context, code)
  searchParams.delete('coupon')
  const rest = searchParams.toString()
  // With its origin: a path that begins with two slashes would else name another host.
  throw redirect(`${context.get(requestContext).origin}${pathname}${rest ? `?${rest}` : ''}`, 303)
}
