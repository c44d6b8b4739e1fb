import { listCustomers } from '#modules/commerce/index.ts'
import type { Route } from './+types/customers-csv.ts'
import { answering } from '../../respond.ts'
import { csvAnswer } from '../csv-answer.ts'
import { openBooks } from '../orders/books-visit.ts'

/** The customers as a table for other programs: one line for each and each currency that they paid in. */
export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { ctx, tenant } = await openBooks(context, request, 'orders.read')
  const search = (new URL(request.url).searchParams.get('search') ?? '').slice(0, 100)
  const { customers } = await listCustomers(ctx, { search, after: null, isWhole: true })
  const lines = customers.flatMap(({ name, email, purchases, paid, lastAt, lastTitle }) =>
    Object.entries(paid).map(([currency, cents]) => ({
      Name: name,
      'E-mail': email,
      Purchases: purchases,
      'Paid in all': decimal(cents, currency),
      Currency: currency.toUpperCase(),
      'Last purchase': lastTitle,
      'Last purchase at': lastAt.toISOString(),
    })),
  )
  return csvAnswer(`${tenant.slug}-customers.csv`, lines)
})

/** An amount as programs read it, such as 89.00. */
function decimal(cents: number, currency: string): string {
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  return (cents / 10 ** digits).toFixed(digits)
}
