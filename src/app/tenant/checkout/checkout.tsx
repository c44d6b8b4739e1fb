import { data, redirect, type RouterContextProvider } from 'react-router'
import { readCoursePage, type CoursePage } from '#modules/catalog/index.ts'
import { CheckoutPage } from '#modules/catalog/ui/checkout-page.tsx'
import { asCode, quoteCoupon, readBegunEmail, readCheckoutToken, startCheckout, type CouponQuote, type StartedCheckout } from '#modules/commerce/index.ts'
import { buyerForm, couponTyped } from '#modules/commerce/checkout/checkout.schema.ts'
import { refusalSentence } from '#modules/commerce/ui/coupon-words.ts'
import { InvalidInput, NotFound } from '#platform/errors/app-error.ts'
import { Notice } from '#ui/notice.tsx'
import type { Route } from './+types/checkout.ts'
import { requestContext, type Viewer } from '../../request-context.ts'
import { readSentForm } from '../../read-sent-form.ts'
import { signInHref } from '../../require-viewer.ts'
import { answering, answeringForm } from '../../respond.ts'
import type { RouteHandle } from '../../root.tsx'
import { courseDetail } from '../catalog/course-views.ts'
import { schoolPage } from '../catalog/school-page.ts'
import { checkoutSecret } from './checkout-cookie.ts'
import { keepCoupon, readCouponCookie } from './coupon-cookie.ts'
import { pricedCheckout } from './coupon-view.ts'
import { checkoutWords } from '#modules/catalog/ui/words/checkout-words.ts'

export const handle: RouteHandle = { isStatic: true, keepsSession: true }

type Context = Readonly<RouterContextProvider>

export const loader = answering(async ({ request, context, params }: Route.LoaderArgs) => {
  const visit = context.get(requestContext)
  const { app, tenant, base } = visit
  if (!tenant) throw new NotFound()
  const ctx = await visit.tenantCtx()
  const found = await readCoursePage(ctx, { slug: params.courseSlug })
  const { course, offer } = found
  const slug = encodeURIComponent(course.slug)
  if (found.isEnrolled) throw redirect(`${base}/learn/${slug}`)
  if (!offer || offer.priceCents === 0) throw redirect(`${base}/courses/${slug}`)

  const viewer = await visit.viewer()
  const token = readCheckoutToken(request.headers.get('cookie'))
  const kept = readCouponCookie(request)
  const quote = kept ? await quoteFor(context, { courseId: course.id, code: kept, email: viewer?.email ?? null, token }) : null
  // The course's page says calmly that it is not on sale right now. What costs nothing needs nobody who takes payments.
  const canPay = found.isPayable && app.payments !== null
  if (!canPay && !isFree(quote)) throw redirect(`${base}/courses/${slug}`)

  const here = `${base}/courses/${slug}/checkout`
  const price = { priceCents: offer.priceCents, currency: offer.currency.toUpperCase(), locale: visit.locale, here }
  const shown = {
    page: await schoolPage(context, request, found.role),
    course: courseDetail({ config: app.config, organizationId: tenant.id, base }, found),
    price,
    quote,
    kept,
    action: here,
    buyer: viewer?.email ? { name: viewer.name || viewer.email, email: viewer.email } : null,
    begunAs: viewer ? null : await readBegunEmail({ ...app.systemCtx, ...ctx }, { token, subjectId: course.id }),
    hasLeft: new URL(request.url).searchParams.has('left'),
    title: checkoutWords().titleOf(course.title, tenant.name),
  }
  return data(shown, { headers: { 'Cache-Control': 'no-store', ...checkoutSecret(visit, request).headers } })
})

export const action = answeringForm(async ({ request, context, params }: Route.ActionArgs) => {
  const visit = context.get(requestContext)
  const ctx = await visit.tenantCtx()
  const viewer = await visit.viewer()
  const form = await readSentForm(request)
  const { course } = await readCoursePage(ctx, { slug: params.courseSlug })
  const secret = checkoutSecret(visit, request)
  const coupon = readCoupon(form)
  // The button beside the field also takes the press of Enter; with nothing new in the field it goes on like the other.
  const isNew = form.get('intent') === 'apply-coupon' && asCode(coupon ?? '') !== (readCouponCookie(request) ?? '')
  if (isNew) return applyCoupon(context, form, { course, coupon, viewer, secret })

  const email = viewer?.email ?? readEmail(form)
  const place = `${visit.origin}${visit.base}`
  const slug = encodeURIComponent(course.slug)
  const doneUrl = (checkoutId: string) => `${place}/checkout/${checkoutId}/done?course=${slug}`
  const started = await startCheckout({ ...visit.app.systemCtx, ...ctx }, {
    subjectKind: 'course',
    subjectId: course.id,
    email,
    coupon,
    token: secret.token,
    address: visit.address,
    doneUrl,
    cancelUrl: `${place}/courses/${slug}/checkout?left=1`,
  })
  return answer(started, { context, request, email, coupon, viewer, slug, doneUrl, headers: secret.headers })
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? checkoutWords().checkout }, { name: 'robots', content: 'noindex' }]

export default function Checkout({ loaderData, actionData }: Route.ComponentProps) {
  const { page, course, price, action: to, buyer, begunAs, hasLeft } = loaderData
  const { values, errors, signInFirst, quote, typed } = whatWasSaid(loaderData, actionData)
  const { totalCents, lines, coupon } = pricedCheckout(price, quote, typed)
  return (
    <>
      {hasLeft && !actionData ? (
        <div className="wrap pt-4">
          <Notice title={checkoutWords().nothingCharged}>{checkoutWords().leftPayment}</Notice>
        </div>
      ) : null}
      <CheckoutPage
        {...page}
        course={course}
        totalCents={totalCents}
        lines={lines}
        coupon={coupon}
        currency={price.currency}
        action={to}
        buyer={buyer}
        refundDays={course.refundDays}
        signInFirst={signInFirst}
        values={values ?? (begunAs ? { email: begunAs } : undefined)}
        errors={errors}
      />
    </>
  )
}

type Loaded = Pick<Route.ComponentProps['loaderData'], 'page' | 'quote' | 'kept'>
type Said = { values: Record<string, string> | undefined; errors: Record<string, string>; signInFirst?: { email: string; href: string }; quote: CouponQuote | null; typed: string }

/** What stands in the form: once something was sent, that counts, and not the coupon that the browser came with. */
function whatWasSaid({ page, quote, kept }: Loaded, sent: Route.ComponentProps['actionData']): Said {
  if (!sent) {
    const errors: Record<string, string> = quote?.kind === 'refused' ? { coupon: refusalSentence(quote.refusal, page.school.locale) } : {}
    return { values: undefined, errors, quote, typed: kept ?? '' }
  }
  const values: Record<string, string> = sent.values
  const typed = values.coupon ?? ''
  if ('quote' in sent) return { values, errors: {}, quote: sent.quote, typed }
  if ('signInFirst' in sent) return { values, errors: {}, signInFirst: sent.signInFirst, quote, typed }
  const { fieldErrors, formError } = sent
  return { values, errors: { ...fieldErrors, ...(formError ? { form: formError } : {}) }, quote: fieldErrors.coupon ? null : quote, typed }
}

/** What the viewer's coupon makes of a course. */
async function quoteFor(context: Context, asked: { courseId: string; code: string; email: string | null; token: string | null }): Promise<CouponQuote | null> {
  const visit = context.get(requestContext)
  const ctx = { ...visit.app.systemCtx, ...(await visit.tenantCtx()) }
  const quote = await quoteCoupon(ctx, { ...asked, subjectKind: 'course', subjectId: asked.courseId, address: visit.address })
  // A code that is none is said once, and does not follow anybody from page to page.
  if (quote?.kind === 'refused' && quote.refusal.reason === 'unknown') keepCoupon(context, null)
  return quote
}

function isFree(quote: CouponQuote | null): boolean {
  return quote?.kind === 'fits' && quote.price.amountCents === 0
}

interface Applying {
  course: CoursePage['course']
  coupon: string | null
  viewer: Viewer | null
  secret: ReturnType<typeof checkoutSecret>
}

/** Shows the price with what was typed, before anything begins. */
async function applyCoupon(context: Context, form: FormData, { course, coupon, viewer, secret }: Applying) {
  const email = String(form.get('email') ?? '')
  const values: Record<string, string> = { email, coupon: coupon ?? '' }
  if (coupon === null) {
    keepCoupon(context, null)
    return data({ quote: null, values }, { headers: secret.headers })
  }
  const buyer = viewer?.email ?? buyerForm.safeParse({ email }).data?.email ?? null
  const quote = await quoteFor(context, { courseId: course.id, code: coupon, email: buyer, token: secret.token })
  if (quote?.kind === 'refused') throw new InvalidInput({ coupon: refusalSentence(quote.refusal, context.get(requestContext).locale) })

  keepCoupon(context, coupon)
  return data({ quote, values: { ...values, coupon: quote?.code ?? coupon } }, { headers: secret.headers })
}

type Asked = {
  context: Context
  request: Request
  email: string
  coupon: string | null
  viewer: Viewer | null
  slug: string
  doneUrl(checkoutId: string): string
  headers: Record<string, string>
}

const sentences = {
  'not-for-sale': { status: 409, name: 'notOnSale' },
  unreachable: { status: 503, name: 'paymentUnreachable' },
} as const

function answer(started: StartedCheckout, asked: Asked) {
  const { base, locale } = asked.context.get(requestContext)
  const values: Record<string, string> = { email: asked.email, coupon: asked.coupon ?? '' }
  switch (started.kind) {
    case 'opened':
      keepCoupon(asked.context, asked.coupon)
      throw redirect(started.url, { status: 303, headers: asked.headers })
    case 'completed':
      keepCoupon(asked.context, null)
      throw redirect(asked.doneUrl(started.checkoutId), { status: 303, headers: asked.headers })
    case 'already-bought':
      throw redirect(`${base}/learn/${asked.slug}`, 303)
    case 'free':
      throw redirect(`${base}/courses/${asked.slug}`, 303)
    case 'sign-in-first':
      // It is there again after the way through the sign-in.
      keepCoupon(asked.context, asked.coupon)
      return data({ signInFirst: { email: asked.email, href: signInHref(asked.context, asked.request) }, values }, { status: 409, headers: asked.headers })
    case 'coupon-refused':
      return data({ fieldErrors: { coupon: refusalSentence(started.refusal, locale) } as Record<string, string>, values, formError: null as string | null }, { status: 409, headers: asked.headers })
    case 'not-for-sale':
    case 'unreachable': {
      const { status, name } = sentences[started.kind]
      const fieldErrors: Record<string, string> = {}
      return data({ fieldErrors, values, formError: checkoutWords()[name] as string | null }, { status, headers: asked.headers })
    }
  }
}

function readEmail(form: FormData): string {
  const read = buyerForm.safeParse({ email: form.get('email') ?? '' })
  if (!read.success) throw new InvalidInput({ email: read.error.issues[0]?.message ?? checkoutWords().enterEmail })
  return read.data.email
}

function readCoupon(form: FormData): string | null {
  const read = couponTyped.safeParse(form.get('coupon') ?? '')
  if (!read.success) throw new InvalidInput({ coupon: read.error.issues[0]?.message ?? checkoutWords().typeAnew })
  return read.data
}
