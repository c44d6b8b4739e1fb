import { couponForm, subjectField } from '#modules/commerce/coupons/coupon.schema.ts'
import type { CouponTerms, Sellable } from '#modules/commerce/index.ts'
import { couponListWords } from '#modules/commerce/ui/words/coupon-list-words.ts'
import { InvalidInput } from '#platform/errors/app-error.ts'
import { parseForm } from '../../parse-form.ts'

/**
 * A coupon's terms from its form.
 *
 * @param sellable what the form showed boxes for
 * @param currency ISO 4217, in which amounts were typed
 * @throws InvalidInput beside each field
 */
export function readCouponForm(form: FormData, sellable: readonly Sellable[], currency: string): CouponTerms {
  const read = parseForm(couponForm(currency), form)
  const boxes = sellable.map((one) => ({ ...one, ticked: form.get(subjectField(one.subjectId)) }))
  const odd = boxes.find(({ ticked }) => ticked !== null && ticked !== 'on' && ticked !== '')
  if (odd) throw new InvalidInput({ [subjectField(odd.subjectId)]: couponListWords().tickOrLeave })
  const chosen = boxes.filter(({ ticked }) => ticked === 'on').map(({ subjectKind, subjectId }) => ({ subjectKind, subjectId }))
  return {
    code: read.coupon,
    discount: read.discount,
    subjects: read.appliesTo === 'all' ? null : chosen,
    usesMax: read.usesMax,
    usesPerPersonMax: read.perPersonMax,
    startsOn: read.startsOn,
    endsOn: read.endsOn,
  }
}
