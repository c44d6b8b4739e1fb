import { TicketPercent } from 'lucide-react'
import { listCoupons } from '#modules/commerce/index.ts'
import { CouponTable } from '#modules/commerce/ui/coupon-table.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { answering } from '../../respond.ts'
import { useLive } from '../../use-live.ts'
import { openBooks, readCursor } from '../orders/books-visit.ts'
import type { Route } from './+types/coupons.ts'
import { couponView } from './coupon-views.ts'

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const books = await openBooks(context, request, 'offers.manage')
  const { searchParams } = new URL(request.url)
  const isArchived = searchParams.get('view') === 'archived'
  const after = readCursor(request, 'after')
  const { coupons, counts, nextCursor } = await listCoupons(books.ctx, { isArchived, after })
  return {
    coupons: coupons.map((coupon) => couponView(coupon, coupon.uses, books)),
    counts,
    nextCursor,
    isArchived,
    isFirst: after === null,
    state: searchParams.get('state'),
    base: books.visit.base,
    locale: books.locale,
    title: `Coupons · ${books.tenant.name}`,
  }
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? 'Coupons' }]

/** A school's coupons: what each does, when, and how many uses are left. */
export default function Coupons({ loaderData }: Route.ComponentProps) {
  const { coupons, counts, nextCursor, isArchived, isFirst, state, base, locale } = loaderData
  useLive(['orders'])
  const here = `${base}/studio/coupons`
  const view = isArchived ? `${here}?view=archived` : here
  const isUntouched = counts.current + counts.archived === 0
  return (
    <>
      <PageHeader
        title="Coupons"
        text={isUntouched ? undefined : 'What takes something off a price: for whom, how often and when.'}
        actions={isUntouched ? null : <ButtonLink variant="main" href={`${here}/new`}>New coupon</ButtonLink>}
      />
      {state === 'deleted' ? <Notice tone="good" title="The coupon is deleted" className="mt-5">Nobody had used it.</Notice> : null}
      {isUntouched ? null : (
        <Tabs
          label="Coupons"
          className="mt-6"
          tabs={[
            { href: here, label: 'Current', count: counts.current, current: !isArchived },
            { href: `${here}?view=archived`, label: 'Archived', count: counts.archived, current: isArchived },
          ]}
        />
      )}
      <div className="mt-5">
        {coupons.length === 0 ? <NoCoupons isArchived={isArchived} newHref={`${here}/new`} /> : <CouponTable coupons={coupons} href={(id) => `${here}/${id}`} locale={locale} />}
        <Pagination label="Coupons" newer="From the start" older="Next 50" newerHref={isFirst ? null : view} olderHref={nextCursor ? `${here}?${isArchived ? 'view=archived&' : ''}after=${nextCursor}` : null} />
      </div>
    </>
  )
}

function NoCoupons({ isArchived, newHref }: { isArchived: boolean; newHref: string }) {
  if (isArchived) return <EmptyState title="Nothing is archived">A coupon that was used is archived in place of being deleted, so that its orders keep naming it.</EmptyState>

  return (
    <EmptyState icon={TicketPercent} title="No coupons yet" action={<ButtonLink variant="main" href={newHref}>Make a coupon</ButtonLink>}>
      A quarter off in spring, ten euros for a friend, a course for free: you say what it takes off, how often and until when, and get a link to pass on.
    </EmptyState>
  )
}
