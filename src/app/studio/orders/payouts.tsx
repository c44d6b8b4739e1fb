import { redirect } from 'react-router'
import { readPayoutState, startPayoutSetup } from '#modules/commerce/index.ts'
import { payoutSetupForm } from '#modules/commerce/payouts/payouts.schema.ts'
import { PayoutCard } from '#modules/commerce/ui/payout-card.tsx'
import { moneyWords } from '#modules/commerce/ui/words/money-words.ts'
import { holdsPermission } from '#modules/tenancy/index.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import type { Route } from './+types/payouts.ts'
import { FormFaultList } from '../../marketing/form-fault-list.tsx'
import { parseForm } from '../../parse-form.ts'
import { readSentForm } from '../../read-sent-form.ts'
import { answering, answeringForm } from '../../respond.ts'
import { useLive } from '../../use-live.ts'
import { openBooks } from './books-visit.ts'
import { countryChoice, payoutView } from './payout-view.ts'
import { setupInput } from './setup-input.ts'

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { ctx, role, visit, tenant, locale, zone } = await openBooks(context, request, 'orders.read')
  // Coming back from Stripe says nothing about being done: Stripe is asked.
  const isFresh = new URL(request.url).searchParams.has('returned')
  const payout = await readPayoutState(ctx, { isFresh })
  return {
    payout: payoutView(payout, zone, locale),
    ...countryChoice(locale, zone),
    action: holdsPermission(role, 'payouts.manage') ? `${visit.base}/studio/payouts` : null,
    base: visit.base,
    title: moneyWords().payoutsTitle(tenant.name),
  }
})

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const books = await openBooks(context, request, 'payouts.manage')
  const { country } = parseForm(payoutSetupForm, await readSentForm(request))
  const { url } = await startPayoutSetup(books.ctx, setupInput(books, country))
  throw redirect(url, 303)
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? moneyWords().payouts }]

export default function Payouts({ loaderData, actionData }: Route.ComponentProps) {
  const words = moneyWords()
  const { payout, countries, country, action: to, base } = loaderData
  useLive(['orders'])
  return (
    <>
      <PageHeader above={<Breadcrumbs crumbs={[{ label: words.money, href: `${base}/studio/money` }, { label: words.payouts }]} />} title={words.payouts} text={words.payoutsText} actions={<ButtonLink href={`${base}/studio/money`}>{words.balances}</ButtonLink>} />
      <div className="mt-6 max-w-3xl">
        <FormFaultList faults={actionData} />
        <PayoutCard payout={payout} action={to} countries={countries} country={actionData?.values.country ?? country} error={actionData?.fieldErrors.country} />
      </div>
    </>
  )
}
