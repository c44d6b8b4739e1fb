import type { RouterContextProvider } from 'react-router'
import type { CoursePage } from '#modules/catalog/index.ts'
import { quoteCoupon, readCheckoutToken } from '#modules/commerce/index.ts'
import { requestContext } from '../../request-context.ts'
import { answerHeaders } from '../../respond.ts'
import { keepCoupon, readCouponCookie } from '../checkout/coupon-cookie.ts'

/**
 * What the coupon that a visitor came with makes of a course's price; null when they have none, or none that fits: why
 * it does not is said at the checkout, where another can be typed.
 */
export async function priceWithCoupon(context: Readonly<RouterContextProvider>, request: Request, page: CoursePage): Promise<{ code: string; cents: number } | null> {
  const code = readCouponCookie(request)
  if (!code || page.isEnrolled || !page.offer || page.offer.priceCents === 0) return null

  // This page is one visitor's own: nothing between may keep it for others.
  context.get(answerHeaders).set('Cache-Control', 'private, no-store')
  const visit = context.get(requestContext)
  const viewer = await visit.viewer()
  const quote = await quoteCoupon({ ...visit.app.systemCtx, ...(await visit.tenantCtx()) }, {
    subjectKind: 'course',
    subjectId: page.course.id,
    code,
    email: viewer?.email ?? null,
    token: readCheckoutToken(request.headers.get('cookie')),
    address: visit.address,
  })
  if (quote?.kind === 'refused' && quote.refusal.reason === 'unknown') keepCoupon(context, null)
  return quote?.kind === 'fits' ? { code: quote.code, cents: quote.price.amountCents } : null
}
