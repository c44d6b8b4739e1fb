import { data, redirect, type RouterContextProvider } from 'react-router'
import { readCoursePage } from '#modules/catalog/index.ts'
import { CheckoutPage } from '#modules/catalog/ui/checkout-page.tsx'
import { readBegunEmail, readCheckoutToken, startCheckout, type StartedCheckout } from '#modules/commerce/index.ts'
import { buyerForm } from '#modules/commerce/checkout/checkout.schema.ts'
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

export const handle: RouteHandle = { isStatic: true, keepsSession: true }

export const loader = answering(async ({ request, context, params }: Route.LoaderArgs) => {
  const visit = context.get(requestContext)
  const { app, tenant, base } = visit
  if (!tenant) throw new NotFound()
  const ctx = await visit.tenantCtx()
  const found = await readCoursePage(ctx, { slug: params.courseSlug })
  const { course, offer } = found
  if (found.isEnrolled) throw redirect(`${base}/learn/${encodeURIComponent(course.slug)}`)
  // The course's page says calmly that it is free, or not on sale right now.
  const { payments } = app
  if (!offer || offer.priceCents === 0 || !found.isPayable || !payments) throw redirect(`${base}/courses/${encodeURIComponent(course.slug)}`)

  const viewer = await visit.viewer()
  const token = readCheckoutToken(request.headers.get('cookie'))
  const shown = {
    page: await schoolPage(context, request, found.role),
    course: courseDetail({ config: app.config, organizationId: tenant.id, base }, found),
    totalCents: offer.priceCents,
    currency: offer.currency.toUpperCase(),
    action: `${base}/courses/${encodeURIComponent(course.slug)}/checkout`,
    buyer: viewer?.email ? { name: viewer.name || viewer.email, email: viewer.email } : null,
    begunAs: viewer ? null : await readBegunEmail({ ...app.systemCtx, ...ctx }, { token, subjectId: course.id }),
    hasLeft: new URL(request.url).searchParams.has('left'),
    title: `Checkout: ${course.title} · ${tenant.name}`,
  }
  return data(shown, { headers: { 'Cache-Control': 'no-store', ...checkoutSecret(visit, request).headers } })
})

export const action = answeringForm(async ({ request, context, params }: Route.ActionArgs) => {
  const visit = context.get(requestContext)
  const ctx = await visit.tenantCtx()
  const viewer = await visit.viewer()
  const email = viewer?.email ?? readEmail(await readSentForm(request))
  const { course } = await readCoursePage(ctx, { slug: params.courseSlug })
  const place = `${visit.origin}${visit.base}`
  const slug = encodeURIComponent(course.slug)
  const secret = checkoutSecret(visit, request)
  const started = await startCheckout({ ...visit.app.systemCtx, ...ctx }, {
    subjectKind: 'course',
    subjectId: course.id,
    email,
    token: secret.token,
    address: visit.address,
    doneUrl: (checkoutId) => `${place}/checkout/${checkoutId}/done?course=${slug}`,
    cancelUrl: `${place}/courses/${slug}/checkout?left=1`,
  })
  return answer(started, { context, request, email, viewer, slug, headers: secret.headers })
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? 'Checkout' }, { name: 'robots', content: 'noindex' }]

export default function Checkout({ loaderData, actionData }: Route.ComponentProps) {
  const { page, course, totalCents, currency, action: to, buyer, begunAs, hasLeft } = loaderData
  const said = actionData && 'signInFirst' in actionData ? actionData : null
  const faults = actionData && 'fieldErrors' in actionData ? actionData : null
  return (
    <>
      {hasLeft && !actionData ? (
        <div className="wrap pt-4">
          <Notice title="Nothing was charged">You left the payment page before paying. Go on below whenever you like.</Notice>
        </div>
      ) : null}
      <CheckoutPage
        {...page}
        course={course}
        totalCents={totalCents}
        currency={currency}
        action={to}
        buyer={buyer}
        refundDays={course.refundDays}
        signInFirst={said?.signInFirst}
        values={said?.values ?? faults?.values ?? (begunAs ? { email: begunAs } : undefined)}
        errors={{ ...faults?.fieldErrors, ...(faults?.formError ? { form: faults.formError } : {}) }}
      />
    </>
  )
}

type Asked = {
  context: Readonly<RouterContextProvider>
  request: Request
  email: string
  viewer: Viewer | null
  slug: string
  headers: Record<string, string>
}

const sentences = {
  'not-for-sale': { status: 409, text: 'This course is not on sale right now. Please come back later.' },
  unreachable: { status: 503, text: 'The payment page cannot be reached right now. Nothing was charged and your order is kept; please try again in a minute.' },
} as const

function answer(started: StartedCheckout, asked: Asked) {
  const { base } = asked.context.get(requestContext)
  const values: Record<string, string> = { email: asked.email }
  switch (started.kind) {
    case 'opened':
      throw redirect(started.url, { status: 303, headers: asked.headers })
    case 'already-bought':
      throw redirect(`${base}/learn/${asked.slug}`, 303)
    case 'free':
      throw redirect(`${base}/courses/${asked.slug}`, 303)
    case 'sign-in-first':
      return data({ signInFirst: { email: asked.email, href: signInHref(asked.context, asked.request) }, values }, { status: 409, headers: asked.headers })
    case 'not-for-sale':
    case 'unreachable': {
      const { status, text } = sentences[started.kind]
      const fieldErrors: Record<string, string> = {}
      return data({ fieldErrors, values, formError: text as string | null }, { status, headers: asked.headers })
    }
  }
}

function readEmail(form: FormData): string {
  const read = buyerForm.safeParse({ email: form.get('email') ?? '' })
  if (!read.success) throw new InvalidInput({ email: read.error.issues[0]?.message ?? 'Enter your e-mail address.' })
  return read.data.email
}
