import type { RouterContextProvider } from 'react-router'
import { quoteCoupon, readCheckoutToken, type Offer } from '#modules/commerce/index.ts'
import { requestContext } from '../../request-context.ts'
import { answerHeaders } from '../../respond.ts'
import { keepCoupon, readCouponCookie } from '../checkout/coupon-cookie.ts'

/**
 * What the coupon that a visitor came with makes of a price; null when they have none, or none that fits: why
 * it does not is said at the checkout, where another can be typed.
 */
export async function priceWithCoupon(context: Readonly<RouterContextProvider>, request: Request, offer: Offer | null): Promise<{ code: string; cents: number } | null> {
  const code = readCouponCookie(request)
  if (!code || !offer || offer.priceCents === 0) return null

  // This page is one visitor's own: nothing between may keep it for others.
  context.get(answerHeaders).set('Cache-Control', 'private, no-store')
  const visit = context.get(requestContext)
  const viewer = await visit.viewer()
  const quote = await quoteCoupon({ ...visit.app.systemCtx, ...(await visit.tenantCtx()) }, {
    subjectKind: offer.subjectKind,
    subjectId: offer.subjectId,
    code,
    email: viewer?.email ?? null,
    token: readCheckoutToken(request.headers.get('cookie')),
    address: visit.address,
  })
  if (quote?.kind === 'refused' && quote.refusal.reason === 'unknown') keepCoupon(context, null)
  return quote?.kind === 'fits' ? { code: quote.code, cents: quote.price.amountCents } : null
}
