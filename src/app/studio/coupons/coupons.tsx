import { TicketPercent } from 'lucide-react'
import { listCoupons } from '#modules/commerce/index.ts'
import { CouponTable } from '#modules/commerce/ui/coupon-table.tsx'
import { couponListWords } from '#modules/commerce/ui/words/coupon-list-words.ts'
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
    title: couponListWords().couponsTitle(books.tenant.name),
  }
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? couponListWords().coupons }]

/** A school's coupons: what each does, when, and how many uses are left. */
export default function Coupons({ loaderData }: Route.ComponentProps) {
  const words = couponListWords()
  const { coupons, counts, nextCursor, isArchived, isFirst, state, base, locale } = loaderData
  useLive(['orders'])
  const here = `${base}/studio/coupons`
  const view = isArchived ? `${here}?view=archived` : here
  const isUntouched = counts.current + counts.archived === 0
  return (
    <>
      <PageHeader
        title={words.coupons}
        text={isUntouched ? undefined : words.couponsText}
        actions={isUntouched ? null : <ButtonLink variant="main" href={`${here}/new`}>{words.newCoupon}</ButtonLink>}
      />
      {state === 'deleted' ? <Notice tone="good" title={words.deleted} className="mt-5">{words.nobodyUsed}</Notice> : null}
      {isUntouched ? null : (
        <Tabs
          label={words.coupons}
          className="mt-6"
          tabs={[
            { href: here, label: words.current, count: counts.current, current: !isArchived },
            { href: `${here}?view=archived`, label: words.archived, count: counts.archived, current: isArchived },
          ]}
        />
      )}
      <div className="mt-5">
        {coupons.length === 0 ? <NoCoupons isArchived={isArchived} newHref={`${here}/new`} /> : <CouponTable coupons={coupons} href={(id) => `${here}/${id}`} locale={locale} />}
        <Pagination label={words.coupons} newer={words.fromStart} older={words.next50} newerHref={isFirst ? null : view} olderHref={nextCursor ? `${here}?${isArchived ? 'view=archived&' : ''}after=${nextCursor}` : null} />
      </div>
    </>
  )
}

function NoCoupons({ isArchived, newHref }: { isArchived: boolean; newHref: string }) {
  const words = couponListWords()
  if (isArchived) return <EmptyState title={words.archiveEmpty}>{words.archiveText}</EmptyState>

  return (
    <EmptyState icon={TicketPercent} title={words.noCoupons} action={<ButtonLink variant="main" href={newHref}>{words.makeACoupon}</ButtonLink>}>
      {words.couponsEmpty}
    </EmptyState>
  )
}
