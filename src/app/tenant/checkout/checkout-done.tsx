import { readCoursePage, type CoursePage } from '#modules/catalog/index.ts'
import { CheckoutDonePage, type CheckoutOutcome } from '#modules/catalog/ui/checkout-done-page.tsx'
import type { CourseCard } from '#modules/catalog/ui/public-pages.schema.ts'
import { readCheckout, readCheckoutToken, type Checkout } from '#modules/commerce/index.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { data } from 'react-router'
import type { Route } from './+types/checkout-done.ts'
import { mailboxHref } from '../../mailbox-href.ts'
import { requestContext } from '../../request-context.ts'
import { answering } from '../../respond.ts'
import { useLive } from '../../use-live.ts'
import { courseDetail } from '../catalog/course-views.ts'
import { schoolPage } from '../catalog/school-page.ts'
import { keepCoupon, readCouponCookie } from './coupon-cookie.ts'
import { checkoutWords } from '#modules/catalog/ui/words/checkout-words.ts'

export const loader = answering(async ({ request, context, params }: Route.LoaderArgs) => {
  const visit = context.get(requestContext)
  const { app, tenant, base } = visit
  if (!tenant) throw new NotFound()
  const ctx = await visit.tenantCtx()
  const token = readCheckoutToken(request.headers.get('cookie'))
  const checkout = await readCheckout({ ...app.systemCtx, ...ctx }, { checkoutId: params.checkoutId, token })
  const found = await findCourse(ctx, checkout, new URL(request.url).searchParams.get('course'))
  // It has done its work: the next checkout begins without it.
  if (checkout.status === 'paid' && checkout.couponCode && checkout.couponCode === readCouponCookie(request)) keepCoupon(context, null)
  const place = { config: app.config, organizationId: tenant.id, base }
  const course: Pick<CourseCard, 'id' | 'subject' | 'coverUrl' | 'title' | 'teacherName'> = found
    ? courseDetail(place, found)
    : { id: checkout.subjectId, subject: null, title: checkout.title, teacherName: null }
  const shown = {
    page: await schoolPage(context, request, found?.role ?? null),
    course: { ...course, title: checkout.title },
    checkoutId: checkout.id,
    totalCents: checkout.amountCents,
    lines: checkout.couponCode ? [{ label: checkoutWords().price, cents: checkout.amountCents + checkout.discountCents }, { label: checkout.couponCode, cents: -checkout.discountCents }] : [],
    currency: checkout.currency.toUpperCase(),
    outcome: outcomeOf(checkout, { base, slug: found?.course.slug ?? null, isOwn: checkout.userId !== null && checkout.userId === ctx.userId, mailboxHref: mailboxHref(app) }),
    title: `${checkout.title} · ${tenant.name}`,
  }
  return data(shown, { headers: { 'Cache-Control': 'no-store' } })
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? checkoutWords().checkout }, { name: 'robots', content: 'noindex' }]

export default function CheckoutDone({ loaderData }: Route.ComponentProps) {
  const { page, course, checkoutId, totalCents, lines, currency, outcome } = loaderData
  const isOver = outcome.kind === 'paid' || outcome.kind === 'failed'
  useLive(isOver ? [] : [`checkout:${checkoutId}`])
  return (
    <>
      {outcome.kind === 'waiting' ? (
        <noscript>
          <meta httpEquiv="refresh" content="4" />
        </noscript>
      ) : null}
      <CheckoutDonePage {...page} course={course} totalCents={totalCents} lines={lines} currency={currency} outcome={outcome} />
    </>
  )
}

/** Null when it is no longer on the site, or when the address names another one. */
async function findCourse(ctx: TenantCtx, checkout: Checkout, slug: string | null): Promise<CoursePage | null> {
  if (!slug) return null
  const found = await readCoursePage(ctx, { slug }).catch((fault: unknown) => {
    if (fault instanceof NotFound) return null
    throw fault
  })
  return found?.course.id === checkout.subjectId ? found : null
}

function outcomeOf(checkout: Checkout, way: { base: string; slug: string | null; isOwn: boolean; mailboxHref: string | null }): CheckoutOutcome {
  const slug = way.slug && encodeURIComponent(way.slug)
  switch (checkout.status) {
    case 'paid':
      return { kind: 'paid', email: checkout.email, courseHref: way.isOwn ? `${way.base}/learn${slug ? `/${slug}` : ''}` : null, mailboxHref: way.mailboxHref }
    case 'pending':
      return { kind: 'pending-debit', email: checkout.email }
    case 'open':
      return { kind: 'waiting', refreshHref: `${way.base}/checkout/${checkout.id}/done${slug ? `?course=${slug}` : ''}` }
    case 'failed':
    case 'expired':
      return { kind: 'failed', reason: null, retryHref: slug ? `${way.base}/courses/${slug}/checkout` : `${way.base}/courses` }
  }
}
