import { checkoutWords } from '#modules/catalog/ui/words/checkout-words.ts'
import { CheckoutDonePage, type CheckoutOutcome } from '#modules/catalog/ui/checkout-done-page.tsx'
import { readCheckout, readCheckoutToken, type Checkout } from '#modules/commerce/index.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { data } from 'react-router'
import type { Route } from './+types/checkout-done.ts'
import { mailboxHref } from '../../mailbox-href.ts'
import { requestContext } from '../../request-context.ts'
import { answering } from '../../respond.ts'
import { useLive } from '../../use-live.ts'
import type { ViewPlace } from '../catalog/course-views.ts'
import { schoolPage } from '../catalog/school-page.ts'
import { keepCoupon, readCouponCookie } from './coupon-cookie.ts'
import { findForSale, type ForSale } from './for-sale.ts'

export const loader = answering(async ({ request, context, params }: Route.LoaderArgs) => {
  const visit = context.get(requestContext)
  const { app, tenant, base } = visit
  if (!tenant) throw new NotFound()
  const ctx = await visit.tenantCtx()
  const token = readCheckoutToken(request.headers.get('cookie'))
  const checkout = await readCheckout({ ...app.systemCtx, ...ctx }, { checkoutId: params.checkoutId, token })
  const place = { config: app.config, organizationId: tenant.id, base }
  const found = await findBought(ctx, place, { checkout, asked: new URL(request.url).searchParams })
  // It has done its work: the next checkout begins without it.
  if (checkout.status === 'paid' && checkout.couponCode && checkout.couponCode === readCouponCookie(request)) keepCoupon(context, null)
  const shown = {
    page: await schoolPage(context, request, found?.role ?? null),
    item: { ...(found?.view ?? { id: checkout.subjectId, subject: null, teacherName: null }), title: checkout.title, thing: found?.thing ?? (checkout.subjectKind === 'course' ? 'course' : 'download') },
    checkoutId: checkout.id,
    totalCents: checkout.amountCents,
    lines: checkout.couponCode ? [{ label: checkoutWords().price, cents: checkout.amountCents + checkout.discountCents }, { label: checkout.couponCode, cents: -checkout.discountCents }] : [],
    currency: checkout.currency.toUpperCase(),
    outcome: outcomeOf(checkout, { base, found, isOwn: checkout.userId !== null && checkout.userId === ctx.userId, mailboxHref: mailboxHref(app) }),
    title: `${checkout.title} · ${tenant.name}`,
  }
  return data(shown, { headers: { 'Cache-Control': 'no-store' } })
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? checkoutWords().checkout }, { name: 'robots', content: 'noindex' }]

export default function CheckoutDone({ loaderData }: Route.ComponentProps) {
  const { page, item, checkoutId, totalCents, lines, currency, outcome } = loaderData
  const isOver = outcome.kind === 'paid' || outcome.kind === 'failed'
  useLive(isOver ? [] : [`checkout:${checkoutId}`])
  return (
    <>
      {outcome.kind === 'waiting' ? (
        <noscript>
          <meta httpEquiv="refresh" content="4" />
        </noscript>
      ) : null}
      <CheckoutDonePage {...page} item={item} totalCents={totalCents} lines={lines} currency={currency} outcome={outcome} />
    </>
  )
}

/** Null when it is no longer on the site, or when the address names another thing. */
async function findBought(ctx: TenantCtx, place: ViewPlace, { checkout, asked }: { checkout: Checkout; asked: URLSearchParams }): Promise<ForSale | null> {
  const params = { courseSlug: asked.get('course') ?? undefined, productSlug: asked.get('product') ?? undefined }
  const found = await findForSale(ctx, place, params, asked.get('licence')).catch((fault: unknown) => {
    if (fault instanceof NotFound) return null
    throw fault
  })
  return found?.subject.subjectId === checkout.subjectId ? found : null
}

function outcomeOf(checkout: Checkout, way: { base: string; found: ForSale | null; isOwn: boolean; mailboxHref: string | null }): CheckoutOutcome {
  const { base, found } = way
  switch (checkout.status) {
    case 'paid':
      return { kind: 'paid', email: checkout.email, ownHref: way.isOwn ? (found?.ownHref ?? `${base}/learn`) : null, mailboxHref: way.mailboxHref }
    case 'pending':
      return { kind: 'pending-debit', email: checkout.email }
    case 'open':
      return { kind: 'waiting', refreshHref: `${base}/checkout/${checkout.id}/done${found ? `?${new URLSearchParams(found.query)}` : ''}` }
    case 'failed':
    case 'expired':
      return { kind: 'failed', reason: null, retryHref: found ? found.checkoutHref : `${base}/courses` }
  }
}
