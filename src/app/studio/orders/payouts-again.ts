import { redirect } from 'react-router'
import { readPayoutState, startPayoutSetup } from '#modules/commerce/index.ts'
import type { Route } from './+types/payouts-again.ts'
import { answering } from '../../respond.ts'
import { openBooks } from './books-visit.ts'
import { countryChoice } from './payout-view.ts'
import { setupInput } from './setup-input.ts'

/** Links to the provider's set-up work once and for minutes: whoever comes with an old one, or goes on, gets a new one. */
export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const books = await openBooks(context, request, 'payouts.manage')
  const payout = await readPayoutState(books.ctx, { isFresh: false })
  if (payout.status === 'none' || payout.status === 'off') throw redirect(`${books.visit.base}/studio/payouts`)

  const { url } = await startPayoutSetup(books.ctx, setupInput(books, countryChoice(books.locale, books.zone).country))
  throw redirect(url)
})
