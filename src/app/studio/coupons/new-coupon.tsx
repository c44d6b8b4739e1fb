import { redirect } from 'react-router'
import { createCoupon, readSellable, suggestCode } from '#modules/commerce/index.ts'
import { CouponForm } from '#modules/commerce/ui/coupon-form.tsx'
import { couponListWords } from '#modules/commerce/ui/words/coupon-list-words.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { focusFirstFault, FormFaultList } from '../../marketing/form-fault-list.tsx'
import { readSentForm } from '../../read-sent-form.ts'
import { answering, answeringForm } from '../../respond.ts'
import { openBooks } from '../orders/books-visit.ts'
import type { Route } from './+types/new-coupon.ts'
import { sellableViews } from './coupon-views.ts'
import { readCouponForm } from './read-coupon-form.ts'

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const books = await openBooks(context, request, 'offers.manage')
  return {
    sellable: sellableViews(await readSellable(books.ctx), books),
    suggested: suggestCode(),
    currency: books.tenant.currency.toUpperCase(),
    base: books.visit.base,
    locale: books.locale,
    zone: books.zone,
    title: couponListWords().newTitle(books.tenant.name),
  }
})

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const { ctx, tenant, visit } = await openBooks(context, request, 'offers.manage')
  const terms = readCouponForm(await readSentForm(request), await readSellable(ctx), tenant.currency)
  const couponId = await createCoupon(ctx, terms)
  throw redirect(`${visit.base}/studio/coupons/${couponId}?state=made`, 303)
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? couponListWords().newCoupon }]

export default function NewCoupon({ loaderData, actionData }: Route.ComponentProps) {
  const words = couponListWords()
  const { sellable, suggested, currency, base, locale, zone } = loaderData
  const here = `${base}/studio/coupons`
  const first = { coupon: suggested, discountKind: 'percent', off: '', appliesTo: 'all', usesMax: '', perPersonMax: '1', startsOn: '', endsOn: '' }
  return (
    <>
      <PageHeader above={<Breadcrumbs crumbs={[{ label: words.coupons, href: here }, { label: words.newCoupon }]} />} title={words.newCoupon} />
      <FormFaultList faults={actionData} className="mt-6" />
      <div className="mt-7">
        <CouponForm values={actionData?.values ?? first} errors={actionData?.fieldErrors ?? {}} sellable={sellable} currency={currency} locale={locale} zone={zone} submit={words.makeTheCoupon} backHref={here} focus={focusFirstFault(actionData)} />
      </div>
    </>
  )
}
