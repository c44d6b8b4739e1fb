import type { ComponentProps, ReactNode } from 'react'
import { Button, ButtonLink } from '#ui/button.tsx'
import { formatMoney } from '#ui/currency-format.ts'
import { FormErrors } from '#ui/form-errors.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextField } from '#ui/text-field.tsx'
import { CheckoutFrame } from './checkout-frame.tsx'
import { CouponField } from './coupon-field.tsx'
import { OrderSummary } from './order-summary.tsx'
import type { CouponView, FieldFaults, SchoolPage } from './public-pages.schema.ts'
import { checkoutWords } from './words/checkout-words.ts'
import { productWords } from './words/product-words.ts'
import { useThingWords } from './words/thing-words.ts'

type CheckoutPageProps = SchoolPage &
  Omit<ComponentProps<typeof OrderSummary>, 'school' | 'item'> & {
    item: ComponentProps<typeof OrderSummary>['item'] & { /** Its page. */ href: string }
    /** Something to know before paying. */
    note?: string | null
    /** Where the form posts `email` (and `name` when asked). */
    action: string
    /** Posted along unseen, such as the id of the checkout. */
    hidden?: Record<string, string>
    /** What was typed, when the form comes back. */
    values?: { email?: string; name?: string }
    /** Faults by field name; `form` for what concerns the whole. */
    errors?: FieldFaults
    /** For someone signed in: nothing is asked. */
    buyer?: { name: string; email: string } | null
    /** The address already belongs to someone: they sign in and come back. */
    signInFirst?: { email: string; href: string } | null
    asksName?: boolean
    /** What is agreed to in buying. */
    agreements?: ReactNode
    coupon?: CouponView | null
    refundDays?: number | null
    /** Who takes the payment, as the buyer will see it. */
    paymentName?: string
  }

/** Our own page before the payment page: what it is, what it costs, who buys, what happens next. */
export function CheckoutPage(props: CheckoutPageProps) {
  const { school, item, note, totalCents, currency } = props
  const words = checkoutWords()

  return (
    <CheckoutFrame {...props} backHref={item.href} backLabel={useThingWords()[item.thing].backTo}>
      <div className="grid gap-x-[88px] gap-y-9 pt-3 lg:grid-cols-[minmax(0,1fr)_400px] lg:pt-10">
        <h1 className="display text-[2.25rem] leading-tight sm:text-3xl lg:col-span-2">{words.checkout}</h1>
        <div className="lg:col-start-2 lg:row-start-2">
          <OrderSummary {...props} />
          {note ? <Notice title={productWords().beforeYouPay} className="mt-4">{note}</Notice> : null}
        </div>
        <div className="lg:col-start-1 lg:row-start-2">
          <WhoBuys {...props} />
          <NextSteps schoolName={school.name} amount={totalCents > 0 ? formatMoney(totalCents, currency, school.locale) : null} {...props} />
        </div>
      </div>
    </CheckoutFrame>
  )
}

function WhoBuys({ item, action, hidden = {}, values = {}, errors = {}, buyer, signInFirst, asksName, paymentName = 'Stripe', coupon, agreements, totalCents }: CheckoutPageProps) {
  const words = checkoutWords()
  const thing = useThingWords()[item.thing]
  const faults = Object.entries(errors).map(([field, message]) => (field === 'form' ? { message } : { field, message }))

  return (
    <form method="post" action={action} noValidate className="grid max-w-[480px] gap-5">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormErrors errors={faults} />
      {signInFirst ? (
        <Notice
          title={words.knownAddress}
          action={
            <ButtonLink size="sm" variant="main" href={signInFirst.href}>
              {words.signInToContinue}
            </ButtonLink>
          }
        >
          {thing.signInAs(signInFirst.email)}
        </Notice>
      ) : null}
      {buyer ? (
        <div className="border-y py-3.5">
          <p className="text-sm text-ink-3">{words.buyingAs}</p>
          <p className="mt-0.5 font-medium">{buyer.name}</p>
          {buyer.name === buyer.email ? null : <p className="text-sm text-ink-2">{buyer.email}</p>}
        </div>
      ) : (
        <>
          {asksName ? <TextField name="name" label={words.yourName} autoComplete="name" defaultValue={values.name} error={errors['name']} required /> : null}
          <TextField
            name="email"
            type="email"
            label={words.yourEmail}
            hint={thing.emailHint}
            autoComplete="email"
            inputMode="email"
            defaultValue={values.email}
            error={errors['email']}
            required
          />
        </>
      )}
      {coupon ? <CouponField {...coupon} error={errors['coupon']} /> : null}
      {agreements}
      <div>
        <Button type="submit" variant={signInFirst ? 'plain' : 'main'} size="lg" className="w-full sm:w-auto">
          {totalCents > 0 ? words.continueToPayment : thing.get}
        </Button>
        <p className="mt-2.5 text-[0.8125rem] text-ink-3">
          {totalCents > 0 ? words.securePage(paymentName) : words.nothingToPay}
        </p>
      </div>
    </form>
  )
}

type NextStepsProps = Pick<CheckoutPageProps, 'item' | 'refundDays' | 'buyer'> & { schoolName: string; /** Null when there is nothing to pay. */ amount: string | null }

function NextSteps({ item, schoolName, amount, refundDays, buyer }: NextStepsProps) {
  const words = checkoutWords()
  const thing = useThingWords()[item.thing]
  const steps = [
    ...(amount ? [words.youPay(amount)] : []),
    buyer ? words.receiptComes : words.receiptAndLink,
    amount ? thing.debitTakesDays : thing.opensAtOnce,
    ...(refundDays && amount ? [words.daysToChangeMind(refundDays, schoolName)] : []),
  ]

  return (
    <section aria-labelledby="next-title" className="mt-10 max-w-[480px] border-t pt-7">
      <h2 id="next-title" className="font-semibold">
        {words.whatNext}
      </h2>
      <ol className="mt-3 grid gap-2.5 text-[0.9375rem] text-ink-2">
        {steps.map((step, index) => (
          <li key={step} className="grid grid-cols-[22px_1fr] gap-2">
            <span className="font-medium text-brand-strong tabular-nums">{index + 1}</span>
            <span>{step}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
