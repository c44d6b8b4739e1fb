import { Download, UserRound } from 'lucide-react'
import { listCustomers } from '#modules/commerce/index.ts'
import { CustomersTable } from '#modules/commerce/ui/customers-table.tsx'
import { moneyWords } from '#modules/commerce/ui/words/money-words.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Icon } from '#ui/icon.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Route } from './+types/customers.ts'
import { answering } from '../../respond.ts'
import { useLive } from '../../use-live.ts'
import { openBooks } from '../orders/books-visit.ts'

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { ctx, visit, tenant, locale, zone } = await openBooks(context, request, 'orders.read')
  const { searchParams } = new URL(request.url)
  const [search, after] = [(searchParams.get('search') ?? '').slice(0, 100), searchParams.get('after')]
  const { customers, count, next } = await listCustomers(ctx, { search, after })
  return {
    customers: customers.map(({ lastAt, lastOrderId, paid, ...customer }) => ({
      ...customer,
      paid: Object.entries(paid).map(([currency, cents]) => ({ currency: currency.toUpperCase(), cents })),
      lastAt: lastAt.toISOString(),
      lastHref: `${visit.base}/studio/orders/${lastOrderId}`,
    })),
    count,
    next,
    search,
    isFirst: after === null,
    base: visit.base,
    locale,
    zone,
    title: moneyWords().customersTitle(tenant.name),
  }
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? moneyWords().customers }]

/** Who bought from the school, one row each. */
export default function Customers({ loaderData }: Route.ComponentProps) {
  const words = moneyWords()
  const { customers, count, next, search, isFirst, base, locale, zone } = loaderData
  useLive(['orders'])
  const here = `${base}/studio/customers`
  const address = (path: string, change: Record<string, string> = {}) => `${path}?${new URLSearchParams({ ...(search ? { search } : {}), ...change })}`
  const isEmpty = count === 0 && search === ''
  return (
    <>
      <PageHeader
        title={words.customers}
        text={words.customersText}
        actions={
          isEmpty ? null : (
            <ButtonLink href={address(`${here}/list.csv`)} download>
              <Icon of={Download} />
              {words.tableAsFile}
            </ButtonLink>
          )
        }
      />
      {isEmpty ? (
        <EmptyState icon={UserRound} title={words.nobodyBought} action={<ButtonLink href={`${base}/studio/products`}>{words.toProducts}</ButtonLink>} className="mt-6">
          {words.customersEmpty}
        </EmptyState>
      ) : (
        <>
          <form method="get" role="search" className="mt-6 flex items-end gap-2.5">
            <TextField label={<span className="sr-only">{words.searchNameAddress}</span>} name="search" type="search" placeholder={words.nameOrAddress} defaultValue={search} className="min-w-0 flex-1 sm:max-w-72" />
            <Button type="submit">{words.search}</Button>
          </form>
          <p role="status" className="mt-4 text-sm text-ink-3 tabular-nums">{counted(count, search)}</p>
          <div className="mt-3">
            {customers.length === 0 ? (
              <EmptyState icon={UserRound} title={words.nobodyWith(search)} action={<ButtonLink href={here}>{words.showEverybody}</ButtonLink>}>
                {words.partIsEnough}
              </EmptyState>
            ) : (
              <CustomersTable customers={customers} locale={locale} zone={zone} />
            )}
          </div>
          <Pagination label={words.customers} newer={words.fromStart} older={words.next50} newerHref={isFirst ? null : address(here)} olderHref={next ? address(here, { after: next }) : null} />
        </>
      )}
    </>
  )
}

function counted(count: number, search: string): string {
  const words = moneyWords()
  return search ? words.customersFound(count) : words.customerCount(count)
}
