import { redirect } from 'react-router'
import { changeCoupon, readCoupon } from '#modules/commerce/index.ts'
import { CouponForm } from '#modules/commerce/ui/coupon-form.tsx'
import { couponListWords } from '#modules/commerce/ui/words/coupon-list-words.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { focusFirstFault, FormFaultList } from '../../marketing/form-fault-list.tsx'
import { readSentForm } from '../../read-sent-form.ts'
import { answering, answeringForm } from '../../respond.ts'
import { openBooks, readId } from '../orders/books-visit.ts'
import type { Route } from './+types/change-coupon.ts'
import { couponValues, sellableViews } from './coupon-views.ts'
import { readCouponForm } from './read-coupon-form.ts'

export const loader = answering(async ({ request, context, params }: Route.LoaderArgs) => {
  const books = await openBooks(context, request, 'offers.manage')
  const found = await readCoupon(books.ctx, { couponId: readId(params.couponId), before: null })
  const { discount } = found.coupon
  return {
    id: found.coupon.id,
    code: found.coupon.code,
    held: found.uses.held,
    values: couponValues(found),
    isCodeFixed: found.wasBegun,
    sellable: sellableViews(found.sellable, books),
    // An amount stays in the currency it was made in.
    currency: (discount.kind === 'fixed' ? discount.currency : books.tenant.currency).toUpperCase(),
    base: books.visit.base,
    locale: books.locale,
    zone: books.zone,
    title: couponListWords().changeTitle(found.coupon.code, books.tenant.name),
  }
})

export const action = answeringForm(async ({ request, context, params }: Route.ActionArgs) => {
  const { ctx, tenant, visit } = await openBooks(context, request, 'offers.manage')
  const { coupon, sellable } = await readCoupon(ctx, { couponId: readId(params.couponId), before: null })
  const currency = coupon.discount.kind === 'fixed' ? coupon.discount.currency : tenant.currency
  await changeCoupon(ctx, { ...readCouponForm(await readSentForm(request), sellable, currency), couponId: coupon.id })
  throw redirect(`${visit.base}/studio/coupons/${coupon.id}?state=changed`, 303)
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? couponListWords().changeCoupon }]

export default function ChangeCoupon({ loaderData, actionData }: Route.ComponentProps) {
  const words = couponListWords()
  const { id, code, held, values, isCodeFixed, sellable, currency, base, locale, zone } = loaderData
  const here = `${base}/studio/coupons`
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: words.coupons, href: here }, { label: code, href: `${here}/${id}` }, { label: words.change }]} />}
        title={words.changeNamed(code)}
        text={held > 0 ? words.payingNow(held) : undefined}
      />
      <FormFaultList faults={actionData} className="mt-6" />
      <div className="mt-7">
        <CouponForm values={actionData?.values ?? values} errors={actionData?.fieldErrors ?? {}} sellable={sellable} currency={currency} locale={locale} zone={zone} isCodeFixed={isCodeFixed} submit={words.saveCoupon} backHref={`${here}/${id}`} focus={focusFirstFault(actionData)} />
      </div>
    </>
  )
}
