import { z } from 'zod'
import { listBuyerBalances } from '#modules/commerce/index.ts'
import { BalanceTable } from '#modules/commerce/ui/balance-table.tsx'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import type { Route } from './+types/buyers.ts'
import { answering } from '../../respond.ts'
import { openBooks } from './books-visit.ts'

const pageNumber = z.coerce.number().int().min(1).max(10_000).catch(1)

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { ctx, visit, tenant, locale } = await openBooks(context, request, 'orders.read')
  const page = pageNumber.parse(new URL(request.url).searchParams.get('page') ?? 1)
  const found = await listBuyerBalances(ctx, { page })
  const here = `${visit.base}/studio/money`
  return {
    balances: found.balances.map((one) => ({
      key: one.accountId,
      kind: 'buyer' as const,
      name: one.holder,
      meaning: one.balanceCents === 0 ? 'Everything was given back.' : '',
      currency: one.currency.toUpperCase(),
      balanceCents: one.balanceCents,
      href: `${here}/${one.accountId}`,
    })),
    newerHref: page > 1 ? `${here}/buyers?page=${page - 1}` : null,
    olderHref: found.hasMore ? `${here}/buyers?page=${page + 1}` : null,
    here,
    locale,
    title: `Buyers · ${tenant.name}`,
  }
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? 'Buyers' }]

export default function Buyers({ loaderData }: Route.ComponentProps) {
  const { balances, newerHref, olderHref, here, locale } = loaderData
  return (
    <div className="max-w-3xl">
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: 'Money', href: here }, { label: 'Buyers' }]} />}
        title="Buyers"
        text="What each buyer gave, less what they got back. Those who moved last stand first."
      />
      <div className="mt-6">
        {balances.length === 0 ? <EmptyState title="Nobody has bought yet" /> : <BalanceTable caption="Buyers’ balances" balances={balances} locale={locale} />}
        <Pagination label="Buyers" newerHref={newerHref} olderHref={olderHref} />
      </div>
    </div>
  )
}
