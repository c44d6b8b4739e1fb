import { Download, UserRound } from 'lucide-react'
import { listCustomers } from '#modules/commerce/index.ts'
import { CustomersTable } from '#modules/commerce/ui/customers-table.tsx'
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
    title: `Customers · ${tenant.name}`,
  }
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? 'Customers' }]

/** Who bought from the school, one row each. */
export default function Customers({ loaderData }: Route.ComponentProps) {
  const { customers, count, next, search, isFirst, base, locale, zone } = loaderData
  useLive(['orders'])
  const here = `${base}/studio/customers`
  const address = (path: string, change: Record<string, string> = {}) => `${path}?${new URLSearchParams({ ...(search ? { search } : {}), ...change })}`
  const isEmpty = count === 0 && search === ''
  return (
    <>
      <PageHeader
        title="Customers"
        text="Everybody who bought from you, with what they paid less what they got back."
        actions={
          isEmpty ? null : (
            <ButtonLink href={address(`${here}/list.csv`)} download>
              <Icon of={Download} />
              Table as a file
            </ButtonLink>
          )
        }
      />
      {isEmpty ? (
        <EmptyState icon={UserRound} title="Nobody has bought yet" action={<ButtonLink href={`${base}/studio/products`}>Go to your products</ButtonLink>} className="mt-6">
          Whoever buys a course or a product stands here from then on.
        </EmptyState>
      ) : (
        <>
          <form method="get" role="search" className="mt-6 flex items-end gap-2.5">
            <TextField label={<span className="sr-only">Search by name or address</span>} name="search" type="search" placeholder="Name or address" defaultValue={search} className="min-w-0 flex-1 sm:max-w-72" />
            <Button type="submit">Search</Button>
          </form>
          <p role="status" className="mt-4 text-sm text-ink-3 tabular-nums">{counted(count, search, locale)}</p>
          <div className="mt-3">
            {customers.length === 0 ? (
              <EmptyState icon={UserRound} title={`Nobody with “${search}” has bought`} action={<ButtonLink href={here}>Show everybody</ButtonLink>}>
                A part of the name or of the address is enough.
              </EmptyState>
            ) : (
              <CustomersTable customers={customers} locale={locale} zone={zone} />
            )}
          </div>
          <Pagination label="Customers" newer="From the start" older="Next 50" newerHref={isFirst ? null : address(here)} olderHref={next ? address(here, { after: next }) : null} />
        </>
      )}
    </>
  )
}

function counted(count: number, search: string, locale: string): string {
  const customers = count === 1 ? '1 customer' : `${new Intl.NumberFormat(locale).format(count)} customers`
  return search ? `${customers} found` : customers
}
