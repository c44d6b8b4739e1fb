import { CheckoutPage } from '#modules/catalog/ui/checkout-page.tsx'
import { checkoutWords } from '#modules/catalog/ui/words/checkout-words.ts'
import type { CouponQuote } from '#modules/commerce/index.ts'
import { refusalSentence } from '#modules/commerce/ui/coupon-words.ts'
import { CheckoutBoxes } from '#modules/consents/ui/checkout-boxes.tsx'
import { Notice } from '#ui/notice.tsx'
import type { LoadedCheckout, SentCheckout } from './checkout-visit.ts'
import { pricedCheckout } from './coupon-view.ts'

type CheckoutViewProps = { loaderData: LoadedCheckout; actionData: SentCheckout | undefined }

/** The page, with whatever was said to its form. */
export function CheckoutView({ loaderData, actionData }: CheckoutViewProps) {
  const { page, item, note, price, action: to, buyer, begunAs, hasLeft, documents } = loaderData
  const { values, errors, signInFirst, quote, typed } = whatWasSaid(loaderData, actionData)
  const { totalCents, lines, coupon } = pricedCheckout(price, quote, typed)
  return (
    <>
      {hasLeft && !actionData ? (
        <div className="wrap pt-4">
          <Notice title={checkoutWords().nothingCharged}>{checkoutWords().leftPayment}</Notice>
        </div>
      ) : null}
      <CheckoutPage
        {...page}
        item={item}
        note={note}
        totalCents={totalCents}
        lines={lines}
        coupon={coupon}
        currency={price.currency}
        action={to}
        buyer={buyer}
        signInFirst={signInFirst}
        agreements={<CheckoutBoxes documents={documents} ticked={values ?? {}} errors={errors} />}
        values={values ?? (begunAs ? { email: begunAs } : undefined)}
        errors={errors}
      />
    </>
  )
}

type Said = { values: Record<string, string> | undefined; errors: Record<string, string>; signInFirst?: { email: string; href: string }; quote: CouponQuote | null; typed: string }

/** What stands in the form: once something was sent, that counts, and not the coupon that the browser came with. */
function whatWasSaid({ page, quote, kept }: LoadedCheckout, sent: SentCheckout | undefined): Said {
  if (!sent) {
    const errors: Record<string, string> = quote?.kind === 'refused' ? { coupon: refusalSentence(quote.refusal, page.school.locale) } : {}
    return { values: undefined, errors, quote, typed: kept ?? '' }
  }
  const values: Record<string, string> = sent.values
  const typed = values.coupon ?? ''
  if ('quote' in sent) return { values, errors: {}, quote: sent.quote, typed }
  if ('signInFirst' in sent) return { values, errors: {}, signInFirst: sent.signInFirst, quote, typed }
  const { fieldErrors, formError } = sent
  return { values, errors: { ...fieldErrors, ...(formError ? { form: formError } : {}) }, quote: fieldErrors.coupon ? null : quote, typed }
}
