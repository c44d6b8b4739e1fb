import { redirect } from 'react-router'
import { readCoupon, removeCoupon, restoreCoupon } from '#modules/commerce/index.ts'
import { CouponEffect } from '#modules/commerce/ui/coupon-effect.tsx'
import { StateChip } from '#modules/commerce/ui/coupon-table.tsx'
import { CouponUses, type CouponUseView } from '#modules/commerce/ui/coupon-uses.tsx'
import { daysWords, discountWords } from '#modules/commerce/ui/coupon-words.ts'
import { couponListWords } from '#modules/commerce/ui/words/coupon-list-words.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { CopyField } from '#ui/copy-field.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader, SectionHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Stat, StatRow } from '#ui/stat.tsx'
import { formatMoney } from '#ui/currency-format.ts'
import { FormFaultList } from '../../marketing/form-fault-list.tsx'
import { readSentForm } from '../../read-sent-form.ts'
import { answering, answeringForm } from '../../respond.ts'
import { useLive } from '../../use-live.ts'
import { openBooks, readCursor, readId } from '../orders/books-visit.ts'
import type { Route } from './+types/coupon.ts'
import { couponView, sellableViews, useView } from './coupon-views.ts'
import { RemoveCoupon } from './remove-coupon.tsx'

export const loader = answering(async ({ request, context, params }: Route.LoaderArgs) => {
  const books = await openBooks(context, request, 'offers.manage')
  const { base, home } = books.visit
  const before = readCursor(request, 'before')
  const found = await readCoupon(books.ctx, { couponId: readId(params.couponId), before })
  const coupon = couponView(found.coupon, found.uses, books)
  const { subjectIds } = coupon
  return {
    coupon,
    sums: found.sums.map((sum) => ({ ...sum, currency: sum.currency.toUpperCase() })),
    wasBegun: found.wasBegun,
    sellable: sellableViews(found.sellable, books).filter((one) => subjectIds === null || subjectIds.includes(one.subjectId)),
    link: `${home}${base && home.endsWith(base) ? '' : '/'}?coupon=${coupon.code}`,
    uses: found.lines.map((use) => useView(use, base)),
    older: found.older,
    isFirst: before === null,
    state: new URL(request.url).searchParams.get('state'),
    base,
    locale: books.locale,
    zone: books.zone,
    title: `${coupon.code} · ${books.tenant.name}`,
  }
})

/** Takes the coupon away, or brings it back. */
export const action = answeringForm(async ({ request, context, params }: Route.ActionArgs) => {
  const { ctx, visit } = await openBooks(context, request, 'offers.manage')
  const couponId = readId(params.couponId)
  const here = `${visit.base}/studio/coupons`
  if ((await readSentForm(request)).get('intent') === 'restore') {
    await restoreCoupon(ctx, couponId)
    throw redirect(`${here}/${couponId}?state=restored`, 303)
  }
  const done = await removeCoupon(ctx, couponId)
  throw redirect(done === 'deleted' ? `${here}?state=deleted` : `${here}/${couponId}?state=archived`, 303)
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? couponListWords().coupon }]

const said = (): Record<string, string> => ({
  made: couponListWords().made,
  changed: couponListWords().saved,
  archived: couponListWords().archivedNow,
  restored: couponListWords().back,
})

type Shown = Route.ComponentProps['loaderData']

/** One coupon: what it does, its link, what it brought, and who used it. */
export default function CouponPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = couponListWords()
  const { coupon, state, base, locale } = loaderData
  useLive(['orders'])
  const here = `${base}/studio/coupons`
  const facts = [discountWords(coupon.discount, locale), coupon.perPersonMax === 1 ? words.onceEach : coupon.perPersonMax ? words.timesEach(coupon.perPersonMax) : null, daysWords(coupon, locale)]
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: words.coupons, href: here }, { label: coupon.code }]} />}
        title={
          <span className="flex flex-wrap items-center gap-3">
            <span className="tracking-[0.02em]">{coupon.code}</span>
            <StateChip coupon={coupon} />
          </span>
        }
        text={`${facts.filter(Boolean).join(', ')}.`}
        actions={coupon.state === 'archived' ? null : <ButtonLink href={`${here}/${coupon.id}/change`}>{words.change}</ButtonLink>}
      />
      {state && said()[state] && !actionData ? <Notice tone="good" title={said()[state]} className="mt-5" /> : null}
      <FormFaultList faults={actionData} className="mt-5" />
      <Figures {...loaderData} />
      <div className="mt-9 grid gap-x-14 gap-y-9 lg:grid-cols-2">
        {coupon.state === 'archived' ? null : (
          <section aria-labelledby="link-title">
            <SectionHeader title={<span id="link-title">{words.linkToPassOn}</span>} />
            <CopyField label={words.whoFollows} value={loaderData.link} />
            <p className="mt-2 text-sm text-ink-3">{words.behindAddress(coupon.code)}</p>
          </section>
        )}
        <section aria-labelledby="effect-title">
          <SectionHeader title={<span id="effect-title">{words.whatItDoesToday}</span>} />
          <CouponEffect discount={coupon.discount} sellable={loaderData.sellable} locale={locale} />
        </section>
      </div>
      <UsesOf {...loaderData} here={`${here}/${coupon.id}`} />
      <RemoveCoupon coupon={coupon} wasBegun={loaderData.wasBegun} />
    </>
  )
}

function Figures({ coupon, sums, locale }: Shown) {
  const words = couponListWords()
  const money = (pick: (sum: Shown['sums'][number]) => number) => sums.map((sum) => formatMoney(pick(sum), sum.currency, locale)).join(' + ') || words.nothingYet
  return (
    <StatRow className="mt-6">
      <Stat label={words.uses} value={coupon.used} note={coupon.usesMax === null ? words.asMany : words.ofMost(coupon.usesMax)} />
      <Stat label={words.beingPaid} value={coupon.held} note={words.becomeUses} />
      <Stat label={words.soldWithIt} value={money((sum) => sum.paidCents)} note={words.beforeRefunds} />
      <Stat label={words.takenOff} value={money((sum) => sum.discountCents)} note={words.lessThanFull} />
    </StatRow>
  )
}

function UsesOf({ uses, older, isFirst, here, locale, zone }: Pick<Shown, 'older' | 'isFirst' | 'locale' | 'zone'> & { uses: CouponUseView[]; here: string }) {
  const words = couponListWords()
  return (
    <section aria-labelledby="uses-title" className="mt-10">
      <SectionHeader title={<span id="uses-title">{words.whoUsed}</span>} />
      {uses.length === 0 ? <EmptyState title={words.nobodyYet}>{words.usesEmpty}</EmptyState> : <CouponUses uses={uses} locale={locale} zone={zone} />}
      <Pagination label={words.uses} newer={words.fromStart} newerHref={isFirst ? null : here} olderHref={older ? `${here}?before=${older}` : null} />
    </section>
  )
}
