import { redirect } from 'react-router'
import { readOrder, refundOrder } from '#modules/commerce/index.ts'
import { RefundForm, refundQuestion } from '#modules/commerce/ui/refund-form.tsx'
import { refundForm } from '#modules/commerce/refunds/refund.schema.ts'
import { moneyWords } from '#modules/commerce/ui/words/money-words.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import type { Route } from './+types/refund.ts'
import { FormFaultList } from '../../marketing/form-fault-list.tsx'
import { parseForm } from '../../parse-form.ts'
import { readSentForm } from '../../read-sent-form.ts'
import { answering, answeringForm } from '../../respond.ts'
import { openBooks, readId } from './books-visit.ts'
import { orderView } from './order-view.ts'

export const loader = answering(async ({ request, context, params }: Route.LoaderArgs) => {
  const { ctx, visit, tenant, locale } = await openBooks(context, request, 'orders.refund')
  const found = await readOrder(ctx, readId(params.orderId))
  const orderHref = `${visit.base}/studio/orders/${found.order.id}`
  if (found.refundableCents === 0) throw redirect(orderHref)
  return { order: orderView(found.order), refundableCents: found.refundableCents, orderHref, base: visit.base, locale, title: moneyWords().refundTitle(found.order.number, tenant.name) }
})

/** Pressed twice it is one refund; what the provider does not answer at once is finished by a job. */
export const action = answeringForm(async ({ request, context, params }: Route.ActionArgs) => {
  const { ctx, visit } = await openBooks(context, request, 'orders.refund')
  const orderId = readId(params.orderId)
  const { reason } = parseForm(refundForm, await readSentForm(request))
  await refundOrder(ctx, { orderId, reason })
  throw redirect(`${visit.base}/studio/orders/${orderId}`, 303)
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? moneyWords().refund }]

export default function Refund({ loaderData, actionData }: Route.ComponentProps) {
  const words = moneyWords()
  const { order, refundableCents, orderHref, base, locale } = loaderData
  const crumbs = [{ label: words.orders, href: `${base}/studio/orders` }, { label: words.orderNumber(order.number), href: orderHref }, { label: words.refund }]
  return (
    <div className="max-w-xl">
      <PageHeader above={<Breadcrumbs crumbs={crumbs} />} title={refundQuestion({ order, refundableCents, locale })} />
      <FormFaultList faults={actionData} className="mt-4" />
      <div className="mt-5">
        <RefundForm order={order} refundableCents={refundableCents} action={`${orderHref}/refund`} backHref={orderHref} locale={locale} reason={actionData?.values.reason} error={actionData?.fieldErrors.reason} />
      </div>
    </div>
  )
}
