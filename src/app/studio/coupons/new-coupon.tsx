import { redirect } from 'react-router'
import { createCoupon, readSellable, suggestCode } from '#modules/commerce/index.ts'
import { CouponForm } from '#modules/commerce/ui/coupon-form.tsx'
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
    title: `New coupon · ${books.tenant.name}`,
  }
})

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const { ctx, tenant, visit } = await openBooks(context, request, 'offers.manage')
  const terms = readCouponForm(await readSentForm(request), await readSellable(ctx), tenant.currency)
  const couponId = await createCoupon(ctx, terms)
  throw redirect(`${visit.base}/studio/coupons/${couponId}?state=made`, 303)
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? 'New coupon' }]

export default function NewCoupon({ loaderData, actionData }: Route.ComponentProps) {
  const { sellable, suggested, currency, base, locale, zone } = loaderData
  const here = `${base}/studio/coupons`
  const first = { coupon: suggested, discountKind: 'percent', off: '', appliesTo: 'all', usesMax: '', perPersonMax: '1', startsOn: '', endsOn: '' }
  return (
    <>
      <PageHeader above={<Breadcrumbs crumbs={[{ label: 'Coupons', href: here }, { label: 'New coupon' }]} />} title="New coupon" />
      <FormFaultList faults={actionData} className="mt-6" />
      <div className="mt-7">
        <CouponForm values={actionData?.values ?? first} errors={actionData?.fieldErrors ?? {}} sellable={sellable} currency={currency} locale={locale} zone={zone} submit="Make the coupon" backHref={here} focus={focusFirstFault(actionData)} />
      </div>
    </>
  )
}
