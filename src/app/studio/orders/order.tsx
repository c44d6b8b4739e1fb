import { readOrder } from '#modules/commerce/index.ts'
import { OrderTimeline } from '#modules/commerce/ui/order-timeline.tsx'
import { sharesOf, statusWords, type OrderView } from '#modules/commerce/ui/order-words.ts'
import { RefundButton } from '#modules/commerce/ui/refund-form.tsx'
import { holdsPermission } from '#modules/tenancy/index.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Chip } from '#ui/chip.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Money } from '#ui/money.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader, SectionHeader } from '#ui/page-header.tsx'
import { SplitBar } from '#ui/split-bar.tsx'
import { When } from '#ui/when.tsx'
import type { Route } from './+types/order.ts'
import { answering } from '../../respond.ts'
import { useLive } from '../../use-live.ts'
import { openBooks, readId } from './books-visit.ts'
import { orderView } from './order-view.ts'

export const loader = answering(async ({ request, context, params }: Route.LoaderArgs) => {
  const { ctx, role, visit, tenant, locale, zone } = await openBooks(context, request, 'orders.read')
  const found = await readOrder(ctx, readId(params.orderId))
  const failed = found.refunds.at(-1)?.status === 'failed' ? found.refunds.at(-1) : null
  return {
    order: orderView(found.order),
    notes: found.notes.map((note) => ({ ...note, happenedAt: note.happenedAt.toISOString() })),
    refundableCents: found.refundableCents,
    failure: failed ? (failed.error ?? 'no reason given').replaceAll('_', ' ') : null,
    mayRefund: holdsPermission(role, 'orders.refund'),
    base: visit.base,
    locale,
    zone,
    title: `Order ${found.order.number} · ${tenant.name}`,
  }
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? 'Order' }]

export default function OrderPage({ loaderData }: Route.ComponentProps) {
  const { order, notes, refundableCents, failure, mayRefund, base, locale, zone } = loaderData
  useLive(['orders'])
  const here = `${base}/studio/orders/${order.id}`
  const canRefund = mayRefund && refundableCents > 0 && order.status !== 'refunding'
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: 'Orders', href: `${base}/studio/orders` }, { label: `Order ${order.number}` }]} />}
        title={
          <span className="flex flex-wrap items-center gap-3">
            Order {order.number}
            <Chip tone={statusWords[order.status].tone}>{statusWords[order.status].label}</Chip>
          </span>
        }
        text={`${order.buyerName || order.buyerEmail} bought ${order.title}.`}
        actions={canRefund ? <RefundButton order={order} refundableCents={refundableCents} action={`${here}/refund`} backHref={here} locale={locale} /> : null}
      />
      <Standing order={order} failure={failure} />
      <div className="mt-8 grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <Figures order={order} locale={locale} zone={zone} />
        <section aria-labelledby="timeline-title">
          <SectionHeader title={<span id="timeline-title">What happened</span>} />
          <OrderTimeline notes={notes} locale={locale} zone={zone} />
        </section>
      </div>
    </>
  )
}

function Standing({ order, failure }: { order: OrderView; failure: string | null }) {
  if (order.status === 'refunding') {
    return (
      <Notice tone="warn" title="The refund is on its way" className="mt-5">
        Stripe has not confirmed it yet. It is asked again by itself until it has; you can leave this page.
      </Notice>
    )
  }
  if (!failure) return null

  return (
    <Notice tone="bad" title="The last refund did not go through" className="mt-5">
      The reason given: {failure}. You can try again.
    </Notice>
  )
}

function Figures({ order, locale, zone }: { order: OrderView; locale: string; zone: string }) {
  const money = (cents: number) => <Money cents={cents} currency={order.currency} locale={locale} />
  const share = order.grossCents - order.platformFeeCents
  const isGone = order.status === 'refunded'
  return (
    <section aria-labelledby="split-title">
      <SectionHeader title={<span id="split-title">{isGone ? 'Where the money went' : 'Where the money goes'}</span>} />
      {isGone || order.grossCents === 0 ? null : <SplitBar label={`Order ${order.number}`} shares={sharesOf(order, locale)} legend className="mb-5" />}
      <DefinitionList
        items={[
          ...(order.couponCode ? [
            { term: 'Price', value: money(order.grossCents + order.discountCents) },
            { term: `Coupon ${order.couponCode}`, value: money(-order.discountCents) },
          ] : []),
          { term: 'Paid by the buyer', value: money(order.grossCents) },
          ...(order.refundedCents > 0 ? [{ term: 'Given back', value: money(-order.refundedCents) }] : []),
          ...(order.grossCents > 0 ? splitLines(order, money) : []),
          { term: 'Your school', value: isGone ? <>{money(0)}<span className="text-ink-3">, after </span>{money(share)}<span className="text-ink-3"> went back</span></> : <strong className="font-semibold">{money(share)}</strong> },
          { term: 'Buyer', value: [order.buyerName, order.buyerEmail].filter(Boolean).join(', ') },
          { term: 'When', value: <When iso={order.placedAt} zone={zone} locale={locale} /> },
        ]}
      />
    </section>
  )
}

/** Where nothing was paid there was no payment that anybody kept a part of. */
function splitLines(order: OrderView, money: (cents: number) => React.ReactNode) {
  return [
    { term: 'Stripe keeps', value: order.processorFeeCents === null ? 'Not known yet' : money(order.processorFeeCents) },
    { term: 'Platform fee', value: <>{money(order.platformFeeCents)}<span className="text-ink-3">{order.status === 'refunded' ? ', given back' : ', out of which Stripe is paid'}</span></> },
  ]
}
