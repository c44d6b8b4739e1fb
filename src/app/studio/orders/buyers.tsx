import { z } from 'zod'
import { listBuyerBalances } from '#modules/commerce/index.ts'
import { BalanceTable } from '#modules/commerce/ui/balance-table.tsx'
import { moneyWords } from '#modules/commerce/ui/words/money-words.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import type { Route } from './+types/buyers.ts'
import { answering } from '../../respond.ts'
import { openBooks } from './books-visit.ts'

const pageNumber = z.coerce.number().int().min(1).max(10_000).catch(1)

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const words = moneyWords()
  const { ctx, visit, tenant, locale } = await openBooks(context, request, 'orders.read')
  const page = pageNumber.parse(new URL(request.url).searchParams.get('page') ?? 1)
  const found = await listBuyerBalances(ctx, { page })
  const here = `${visit.base}/studio/money`
  return {
    balances: found.balances.map((one) => ({
      key: one.accountId,
      kind: 'buyer' as const,
      name: one.holder,
      meaning: one.balanceCents === 0 ? words.allGivenBack : '',
      currency: one.currency.toUpperCase(),
      balanceCents: one.balanceCents,
      href: `${here}/${one.accountId}`,
    })),
    newerHref: page > 1 ? `${here}/buyers?page=${page - 1}` : null,
    olderHref: found.hasMore ? `${here}/buyers?page=${page + 1}` : null,
    here,
    locale,
    title: words.buyersTitle(tenant.name),
  }
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? moneyWords().buyers }]

export default function Buyers({ loaderData }: Route.ComponentProps) {
  const words = moneyWords()
  const { balances, newerHref, olderHref, here, locale } = loaderData
  return (
    <div className="max-w-3xl">
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: words.money, href: here }, { label: words.buyers }]} />}
        title={words.buyers}
        text={words.buyersText}
      />
      <div className="mt-6">
        {balances.length === 0 ? <EmptyState title={words.nobodyBought} /> : <BalanceTable caption={words.buyersBalances} balances={balances} locale={locale} />}
        <Pagination label={words.buyers} newerHref={newerHref} olderHref={olderHref} />
      </div>
    </div>
  )
}
