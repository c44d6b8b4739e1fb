import { readOrder } from '#modules/commerce/index.ts'
import { OrderTimeline } from '#modules/commerce/ui/order-timeline.tsx'
import { sharesOf, statusWords, type OrderView } from '#modules/commerce/ui/order-words.ts'
import { RefundButton } from '#modules/commerce/ui/refund-form.tsx'
import { moneyWords } from '#modules/commerce/ui/words/money-words.ts'
import { holdsPermission } from '#modules/tenancy/index.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Chip } from '#ui/chip.tsx'
import { formatMoney } from '#ui/currency-format.ts'
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
  const words = moneyWords()
  const { ctx, role, visit, tenant, locale, zone } = await openBooks(context, request, 'orders.read')
  const found = await readOrder(ctx, readId(params.orderId))
  const failed = found.refunds.at(-1)?.status === 'failed' ? found.refunds.at(-1) : null
  return {
    order: orderView(found.order),
    notes: found.notes.map((note) => ({ ...note, happenedAt: note.happenedAt.toISOString() })),
    refundableCents: found.refundableCents,
    failure: failed ? (failed.error ?? words.noReason).replaceAll('_', ' ') : null,
    mayRefund: holdsPermission(role, 'orders.refund'),
    base: visit.base,
    locale,
    zone,
    title: words.orderTitle(found.order.number, tenant.name),
  }
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? moneyWords().order }]

export default function OrderPage({ loaderData }: Route.ComponentProps) {
  const words = moneyWords()
  const { order, notes, refundableCents, failure, mayRefund, base, locale, zone } = loaderData
  useLive(['orders'])
  const here = `${base}/studio/orders/${order.id}`
  const canRefund = mayRefund && refundableCents > 0 && order.status !== 'refunding'
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: words.orders, href: `${base}/studio/orders` }, { label: words.orderNumber(order.number) }]} />}
        title={
          <span className="flex flex-wrap items-center gap-3">
            {words.orderNumber(order.number)}
            <Chip tone={statusWords()[order.status].tone}>{statusWords()[order.status].label}</Chip>
          </span>
        }
        text={words.bought(order.buyerName || order.buyerEmail, order.title)}
        actions={canRefund ? <RefundButton order={order} refundableCents={refundableCents} action={`${here}/refund`} backHref={here} locale={locale} /> : null}
      />
      <Standing order={order} failure={failure} />
      <div className="mt-8 grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <Figures order={order} locale={locale} zone={zone} />
        <section aria-labelledby="timeline-title">
          <SectionHeader title={<span id="timeline-title">{words.whatHappened}</span>} />
          <OrderTimeline notes={notes} locale={locale} zone={zone} />
        </section>
      </div>
    </>
  )
}

function Standing({ order, failure }: { order: OrderView; failure: string | null }) {
  const words = moneyWords()
  if (order.status === 'refunding') {
    return (
      <Notice tone="warn" title={words.refundOnWay} className="mt-5">
        {words.notConfirmed}
      </Notice>
    )
  }
  if (!failure) return null

  return (
    <Notice tone="bad" title={words.refundFailed} className="mt-5">
      {words.reasonGiven(failure)}
    </Notice>
  )
}

function Figures({ order, locale, zone }: { order: OrderView; locale: string; zone: string }) {
  const words = moneyWords()
  const money = (cents: number) => <Money cents={cents} currency={order.currency} locale={locale} />
  const share = order.grossCents - order.platformFeeCents
  const isGone = order.status === 'refunded'
  return (
    <section aria-labelledby="split-title">
      <SectionHeader title={<span id="split-title">{isGone ? words.whereWent : words.whereGoes}</span>} />
      {isGone || order.grossCents === 0 ? null : <SplitBar label={words.orderNumber(order.number)} shares={sharesOf(order, locale)} legend className="mb-5" />}
      <DefinitionList
        items={[
          ...(order.couponCode ? [
            { term: words.price, value: money(order.grossCents + order.discountCents) },
            { term: words.coupon(order.couponCode), value: money(-order.discountCents) },
          ] : []),
          { term: words.paidByBuyer, value: money(order.grossCents) },
          ...(order.refundedCents > 0 ? [{ term: words.givenBack, value: money(-order.refundedCents) }] : []),
          ...(order.grossCents > 0 ? splitLines(order, money) : []),
          { term: words.yourSchool, value: isGone ? <>{money(0)}<span className="text-ink-3"> ({words.wentBack(formatMoney(share, order.currency, locale))})</span></> : <strong className="font-semibold">{money(share)}</strong> },
          { term: words.buyer, value: [order.buyerName, order.buyerEmail].filter(Boolean).join(', ') },
          { term: words.when, value: <When iso={order.placedAt} zone={zone} locale={locale} /> },
        ]}
      />
    </section>
  )
}

/** Where nothing was paid there was no payment that anybody kept a part of. */
function splitLines(order: OrderView, money: (cents: number) => React.ReactNode) {
  const words = moneyWords()
  return [
    { term: words.stripeKeeps, value: order.processorFeeCents === null ? words.notKnownYet : money(order.processorFeeCents) },
    { term: words.platformFee, value: <>{money(order.platformFeeCents)}<span className="text-ink-3">{order.status === 'refunded' ? words.feeGivenBack : words.feePaysStripe}</span></> },
  ]
}
