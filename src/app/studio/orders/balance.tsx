import { explainBalance } from '#modules/commerce/index.ts'
import { BalanceLines } from '#modules/commerce/ui/balance-lines.tsx'
import { partyWords } from '#modules/commerce/ui/balance-words.ts'
import { moneyWords } from '#modules/commerce/ui/words/money-words.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Money } from '#ui/money.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import type { Route } from './+types/balance.ts'
import { answering } from '../../respond.ts'
import { useLive } from '../../use-live.ts'
import { openBooks, readCursor, readId } from './books-visit.ts'

export const loader = answering(async ({ request, context, params }: Route.LoaderArgs) => {
  const { ctx, visit, tenant, locale, zone } = await openBooks(context, request, 'orders.read')
  const { account, lines, older } = await explainBalance(ctx, { accountId: readId(params.accountId), before: readCursor(request, 'before') })
  const words = partyWords()[account.kind]
  const name = account.kind === 'buyer' ? account.holder : words.name
  const studio = `${visit.base}/studio`
  return {
    name,
    meaning: words.meaning,
    isBuyer: account.kind === 'buyer',
    currency: account.currency.toUpperCase(),
    balanceCents: account.balanceCents,
    entryCount: account.entryCount,
    lines: lines.map((line) => ({
      id: line.entryId,
      postedAt: line.postedAt.toISOString(),
      kind: line.kind,
      description: line.description,
      orderNumber: line.orderNumber,
      orderHref: `${studio}/orders/${line.orderId}`,
      amountCents: line.amountCents,
      balanceAfterCents: line.balanceAfterCents,
    })),
    olderHref: older ? `${studio}/money/${account.accountId}?before=${older}` : null,
    firstHref: readCursor(request, 'before') ? `${studio}/money/${account.accountId}` : null,
    money: `${studio}/money`,
    locale,
    zone,
    title: moneyWords().whyTitle(name, tenant.name),
  }
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? moneyWords().balance }]

export default function Balance({ loaderData }: Route.ComponentProps) {
  const words = moneyWords()
  const { name, meaning, isBuyer, currency, balanceCents, entryCount, lines, olderHref, firstHref, money, locale, zone } = loaderData
  useLive(['orders'])
  const crumbs = [{ label: words.money, href: money }, ...(isBuyer ? [{ label: words.buyers, href: `${money}/buyers` }] : []), { label: name }]
  return (
    <div className="max-w-4xl">
      <PageHeader above={<Breadcrumbs crumbs={crumbs} />} title={name} text={isBuyer ? words.buyerGave : meaning} />
      <p className="mt-6 text-[1.6875rem] font-semibold leading-tight tracking-[-0.022em]">
        <Money cents={balanceCents} currency={currency} locale={locale} />
      </p>
      <p className="mt-1 text-sm text-ink-2">
        {words.sumOf(entryCount)}
      </p>
      <div className="mt-6">
        <BalanceLines lines={lines} currency={currency} locale={locale} zone={zone} />
        <Pagination label={words.entries} newer={words.newest} newerHref={firstHref} olderHref={olderHref} />
      </div>
    </div>
  )
}
