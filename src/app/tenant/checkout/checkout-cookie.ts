import { checkoutCookie, newCheckoutToken, readCheckoutToken } from '#modules/commerce/index.ts'
import type { RequestContext } from '../../request-context.ts'

const cookieSeconds = 30 * 24 * 3600

/** The secret of this browser, and the line that gives it one if it has none. */
export function checkoutSecret(visit: RequestContext, request: Request): { token: string; headers: Record<string, string> } {
  const kept = readCheckoutToken(request.headers.get('cookie'))
  if (kept) return { token: kept, headers: {} }

  const token = newCheckoutToken()
  // Lax: the way back from the payment page comes from another site, by a link.
  const parts = [`${checkoutCookie}=${token}`, `Path=${visit.base || '/'}`, `Max-Age=${cookieSeconds}`, 'HttpOnly', 'SameSite=Lax']
  if (visit.app.config.scheme === 'https') parts.push('Secure')
  return { token, headers: { 'Set-Cookie': parts.join('; ') } }
}
