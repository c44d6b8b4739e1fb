import { data, redirect, type RouterContextProvider } from 'react-router'
import { checkoutWords } from '#modules/catalog/ui/words/checkout-words.ts'
import { asCode, quoteCoupon, readBegunEmail, readCheckoutToken, startCheckout, type CouponQuote, type StartedCheckout } from '#modules/commerce/index.ts'
import { boxOf, noteCheckoutAnswers, readAskedAtCheckout, readTicks, requireTicks, type Ticks } from '#modules/consents/index.ts'
import { buyerForm, couponTyped } from '#modules/commerce/checkout/checkout.schema.ts'
import { refusalSentence } from '#modules/commerce/ui/coupon-words.ts'
import { InvalidInput, NotFound } from '#platform/errors/app-error.ts'
import { requestContext, type Viewer } from '../../request-context.ts'
import { readSentForm } from '../../read-sent-form.ts'
import { signInHref } from '../../require-viewer.ts'
import { answering, answeringForm, type FormFaults } from '../../respond.ts'
import { schoolPage } from '../catalog/school-page.ts'
import { checkoutSecret } from './checkout-cookie.ts'
import { keepCoupon, readCouponCookie } from './coupon-cookie.ts'
import { findForSale, type ForSale, type SaleParams } from './for-sale.ts'

type Context = Readonly<RouterContextProvider>

/** What a route of a checkout is given, whichever kind of thing its address names. */
interface CheckoutArgs {
  request: Request
  context: Context
  params: SaleParams
}

/** What the page of a checkout is given. */
export type LoadedCheckout = Awaited<ReturnType<typeof readCheckoutPage>>
/** What is said to its form. */
export type SentCheckout = FormFaults | { quote: CouponQuote | null; values: Record<string, string> } | { signInFirst: { email: string; href: string }; values: Record<string, string> }

/** The checkout of whatever the address names. */
export const loadCheckout = answering(async (args: CheckoutArgs) => data(await readCheckoutPage(args), { headers: { 'Cache-Control': 'no-store', ...checkoutSecret(args.context.get(requestContext), args.request).headers } }))

async function readCheckoutPage({ request, context, params }: CheckoutArgs) {
  const visit = context.get(requestContext)
  const { app, tenant, base } = visit
  if (!tenant) throw new NotFound()
  const ctx = await visit.tenantCtx()
  const found = await findForSale(ctx, { config: app.config, organizationId: tenant.id, base }, params, new URL(request.url).searchParams.get('licence'))
  const { subject, offer, href } = found
  if (found.isOwn) throw redirect(found.ownHref)
  if (!offer || offer.priceCents === 0) throw redirect(href)

  const viewer = await visit.viewer()
  const token = readCheckoutToken(request.headers.get('cookie'))
  const kept = readCouponCookie(request)
  const quote = kept ? await quoteFor(context, { ...subject, code: kept, email: viewer?.email ?? null, token }) : null
  // Its own page says calmly that it is not on sale right now. What costs nothing needs nobody who takes payments.
  const canPay = found.isPayable && app.payments !== null
  if (!canPay && !isFree(quote)) throw redirect(href)

  const here = found.checkoutHref
  const price = { priceCents: offer.priceCents, currency: offer.currency.toUpperCase(), locale: visit.locale, here }
  return {
    page: await schoolPage(context, request, found.role),
    item: { ...found.view, thing: found.thing, href },
    note: found.note,
    price,
    quote,
    kept,
    action: here,
    buyer: viewer?.email ? { name: viewer.name || viewer.email, email: viewer.email } : null,
    begunAs: viewer ? null : await readBegunEmail({ ...app.systemCtx, ...ctx }, { token, subjectId: subject.subjectId }),
    documents: (await readAskedAtCheckout(ctx)).map(({ documentId, versionId, title, isRequired }) => ({ documentId, versionId, title, isRequired, box: boxOf(documentId), href: `${base}/documents/${documentId}` })),
    hasLeft: new URL(request.url).searchParams.has('left'),
    title: checkoutWords().titleOf(found.view.title, tenant.name),
  }
}

/** Applies a coupon, or begins to buy. */
export const actOnCheckout = answeringForm(async ({ request, context, params }: CheckoutArgs) => {
  const visit = context.get(requestContext)
  const ctx = await visit.tenantCtx()
  const viewer = await visit.viewer()
  const form = await readSentForm(request)
  const sale = await findForSale(ctx, { config: visit.app.config, organizationId: ctx.organizationId, base: visit.base }, params, new URL(request.url).searchParams.get('licence'))
  const secret = checkoutSecret(visit, request)
  const coupon = readCoupon(form)
  // The button beside the field also takes the press of Enter; with nothing new in the field it goes on like the other.
  const isNew = form.get('intent') === 'apply-coupon' && asCode(coupon ?? '') !== (readCouponCookie(request) ?? '')
  if (isNew) return applyCoupon(context, form, { sale, coupon, viewer, secret })

  const email = viewer?.email ?? readEmail(form)
  const ticks = readTicks(form)
  const agreed = requireTicks(await readAskedAtCheckout(ctx), ticks)
  const doneUrl = (checkoutId: string) => `${visit.origin}${visit.base}/checkout/${checkoutId}/done?${new URLSearchParams(sale.query)}`
  const started = await startCheckout({ ...visit.app.systemCtx, ...ctx }, {
    ...sale.subject,
    email,
    coupon,
    token: secret.token,
    address: visit.address,
    doneUrl,
    cancelUrl: `${visit.origin}${sale.checkoutHref}${sale.checkoutHref.includes('?') ? '&' : '?'}left=1`,
  })
  if (started.kind === 'opened' || started.kind === 'completed') await noteCheckoutAnswers({ ...visit.app.systemCtx, ...ctx }, { checkoutId: started.checkoutId, agreed })
  return answer(started, { context, request, email, coupon, viewer, sale, doneUrl, boxes: boxesOf(ticks), headers: secret.headers })
})

/** What the viewer's coupon makes of a price. */
async function quoteFor(context: Context, asked: ForSale['subject'] & { code: string; email: string | null; token: string | null }): Promise<CouponQuote | null> {
  const visit = context.get(requestContext)
  const ctx = { ...visit.app.systemCtx, ...(await visit.tenantCtx()) }
  const quote = await quoteCoupon(ctx, { ...asked, address: visit.address })
  // A code that is none is said once, and does not follow anybody from page to page.
  if (quote?.kind === 'refused' && quote.refusal.reason === 'unknown') keepCoupon(context, null)
  return quote
}

function isFree(quote: CouponQuote | null): boolean {
  return quote?.kind === 'fits' && quote.price.amountCents === 0
}

interface Applying {
  sale: ForSale
  coupon: string | null
  viewer: Viewer | null
  secret: ReturnType<typeof checkoutSecret>
}

/** Shows the price with what was typed, before anything begins. */
async function applyCoupon(context: Context, form: FormData, { sale, coupon, viewer, secret }: Applying) {
  const email = String(form.get('email') ?? '')
  const values: Record<string, string> = { ...boxesOf(readTicks(form)), email, coupon: coupon ?? '' }
  if (coupon === null) {
    keepCoupon(context, null)
    return data({ quote: null, values }, { headers: secret.headers })
  }
  const buyer = viewer?.email ?? buyerForm.safeParse({ email }).data?.email ?? null
  const quote = await quoteFor(context, { ...sale.subject, code: coupon, email: buyer, token: secret.token })
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
  sale: ForSale
  doneUrl(checkoutId: string): string
  /** Which boxes were ticked, so that they still are when the form comes back. */
  boxes: Record<string, string>
  headers: Record<string, string>
}

const sentences = {
  'not-for-sale': { status: 409, name: 'notOnSale' },
  held: { status: 409, name: 'heldNow' },
  sold: { status: 409, name: 'soldOnce' },
  unreachable: { status: 503, name: 'paymentUnreachable' },
} as const

function answer(started: StartedCheckout, asked: Asked) {
  const { locale } = asked.context.get(requestContext)
  const values: Record<string, string> = { ...asked.boxes, email: asked.email, coupon: asked.coupon ?? '' }
  switch (started.kind) {
    case 'opened':
      keepCoupon(asked.context, asked.coupon)
      throw redirect(started.url, { status: 303, headers: asked.headers })
    case 'completed':
      keepCoupon(asked.context, null)
      throw redirect(asked.doneUrl(started.checkoutId), { status: 303, headers: asked.headers })
    case 'already-bought':
      throw redirect(asked.sale.ownHref, 303)
    case 'free':
      throw redirect(asked.sale.href, 303)
    case 'sign-in-first':
      // It is there again after the way through the sign-in.
      keepCoupon(asked.context, asked.coupon)
      return data({ signInFirst: { email: asked.email, href: signInHref(asked.context, asked.request) }, values }, { status: 409, headers: asked.headers })
    case 'coupon-refused':
      return data({ fieldErrors: { coupon: refusalSentence(started.refusal, locale) } as Record<string, string>, values, formError: null as string | null }, { status: 409, headers: asked.headers })
    case 'not-for-sale':
    case 'held':
    case 'sold':
    case 'unreachable': {
      const { status, name } = sentences[started.kind]
      const fieldErrors: Record<string, string> = {}
      return data({ fieldErrors, values, formError: checkoutWords()[name] as string | null }, { status, headers: asked.headers })
    }
  }
}

function boxesOf(ticks: Ticks): Record<string, string> {
  return Object.fromEntries([...ticks].map(([documentId, versionId]) => [boxOf(documentId), versionId]))
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
