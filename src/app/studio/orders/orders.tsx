import { Receipt } from 'lucide-react'
import { listOrders, readOnTheWay } from '#modules/commerce/index.ts'
import { OnTheWay } from '#modules/commerce/ui/on-the-way.tsx'
import { shareLabels } from '#modules/commerce/ui/order-words.ts'
import { OrdersTable } from '#modules/commerce/ui/orders-table.tsx'
import { moneyWords } from '#modules/commerce/ui/words/money-words.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { SplitKey } from '#ui/split-bar.tsx'
import type { Route } from './+types/orders.ts'
import { answering } from '../../respond.ts'
import { useLive } from '../../use-live.ts'
import { openBooks, readCursor } from './books-visit.ts'
import { onTheWayView, orderView } from './order-view.ts'

const onTheWayMax = 20

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { ctx, visit, tenant, locale, zone } = await openBooks(context, request, 'orders.read')
  const page = await listOrders(ctx, { before: readCursor(request, 'before'), after: readCursor(request, 'after') })
  return {
    orders: page.orders.map(orderView),
    older: page.older,
    newer: page.newer,
    // It is newer than every order, so it belongs above the first page alone.
    onTheWay: page.newer ? null : onTheWayView(await readOnTheWay(ctx, { limit: onTheWayMax })),
    base: visit.base,
    locale,
    zone,
    title: moneyWords().ordersTitle(tenant.name),
  }
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? moneyWords().orders }]

export default function Orders({ loaderData }: Route.ComponentProps) {
  const words = moneyWords()
  const { orders, older, newer, onTheWay, base, locale, zone } = loaderData
  useLive(['orders'])
  const here = `${base}/studio/orders`
  return (
    <>
      <PageHeader
        title={words.orders}
        text={words.ordersText}
        actions={<ButtonLink href={`${base}/studio/money`}>{words.balances}</ButtonLink>}
      />
      <div className="mt-6">
        {onTheWay ? <OnTheWay {...onTheWay} locale={locale} zone={zone} /> : null}
        {orders.length === 0 ? (
          <EmptyState icon={Receipt} title={words.noOrders} action={<ButtonLink href={`${base}/studio/courses`}>{words.toCourses}</ButtonLink>}>
            {words.ordersEmpty}
          </EmptyState>
        ) : (
          <>
            <SplitKey labels={shareLabels()} className="mb-3" />
            <OrdersTable orders={orders} href={(id) => `${here}/${id}`} locale={locale} zone={zone} />
          </>
        )}
        <Pagination label={words.orders} newerHref={newer ? `${here}?after=${newer}` : null} olderHref={older ? `${here}?before=${older}` : null} />
      </div>
    </>
  )
}
