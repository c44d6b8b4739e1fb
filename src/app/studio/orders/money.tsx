import { readLedger, readPayoutState, type LedgerOverview } from '#modules/commerce/index.ts'
import { BalanceTable, type BalanceView } from '#modules/commerce/ui/balance-table.tsx'
import { partyWords } from '#modules/commerce/ui/balance-words.ts'
import { PayoutCard } from '#modules/commerce/ui/payout-card.tsx'
import { moneyWords } from '#modules/commerce/ui/words/money-words.ts'
import { holdsPermission } from '#modules/tenancy/index.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { PageHeader, SectionHeader } from '#ui/page-header.tsx'
import type { Route } from './+types/money.ts'
import { answering } from '../../respond.ts'
import { useLive } from '../../use-live.ts'
import { openBooks } from './books-visit.ts'
import { countryChoice, payoutView } from './payout-view.ts'

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { ctx, role, visit, tenant, locale, zone } = await openBooks(context, request, 'orders.read')
  const payout = await readPayoutState(ctx, { isFresh: false })
  return {
    balances: balanceViews(await readLedger(ctx), `${visit.base}/studio/money`),
    payout: payoutView(payout, zone, locale),
    ...countryChoice(locale, zone),
    action: holdsPermission(role, 'payouts.manage') ? `${visit.base}/studio/payouts` : null,
    base: visit.base,
    locale,
    title: moneyWords().moneyTitle(tenant.name),
  }
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? moneyWords().money }]

export default function MoneyPage({ loaderData }: Route.ComponentProps) {
  const words = moneyWords()
  const { balances, payout, countries, country, action, base, locale } = loaderData
  useLive(['orders'])
  return (
    <>
      <PageHeader title={words.money} text={words.moneyText} actions={<ButtonLink href={`${base}/studio/orders`}>{words.orders}</ButtonLink>} />
      <div className="mt-6 max-w-3xl">
        <PayoutCard payout={payout} action={action} countries={countries} country={country} />
      </div>
      <section aria-labelledby="balances-title" className="mt-10 max-w-3xl">
        <SectionHeader title={<span id="balances-title">{words.balances}</span>} />
        {balances.length === 0 ? (
          <EmptyState title={words.nothingSold}>{words.firstSaleBegins}</EmptyState>
        ) : (
          <>
            <BalanceTable caption={words.balances} balances={balances} locale={locale} />
            <p className="mt-3 text-sm text-ink-3">{words.plusMinus}</p>
          </>
        )}
      </section>
    </>
  )
}

function balanceViews(ledger: LedgerOverview, here: string): BalanceView[] {
  const parties = ledger.parties.map((party) => ({
    ...partyWords()[party.kind],
    key: party.accountId,
    kind: party.kind,
    currency: party.currency.toUpperCase(),
    balanceCents: party.balanceCents,
    href: `${here}/${party.accountId}`,
  }))
  const buyers = ledger.buyers.map((total) => ({
    ...partyWords().buyer,
    key: `buyers-${total.currency}`,
    kind: 'buyer' as const,
    currency: total.currency.toUpperCase(),
    balanceCents: total.balanceCents,
    href: `${here}/buyers`,
  }))
  return [...parties, ...buyers]
}
