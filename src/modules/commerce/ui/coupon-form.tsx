import { useState } from 'react'
import { Button, ButtonLink } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { currencySign } from '#ui/currency-format.ts'
import { RadioCards } from '#ui/radio-cards.tsx'
import { TextField } from '#ui/text-field.tsx'
import { readDiscount, subjectField } from '../coupons/coupon.schema.ts'
import { CouponEffect } from './coupon-effect.tsx'
import type { SellableView } from './coupon-view.ts'
import { couponListWords } from './words/coupon-list-words.ts'

type CouponFormProps = {
  /** What stands in the fields, by their names. */
  values: Record<string, string>
  errors: Record<string, string>
  sellable: readonly SellableView[]
  /** ISO 4217, in which amounts are typed. */
  currency: string
  locale: string
  /** The school's zone, whose days count. */
  zone: string
  /** Said in place of the field once somebody has used it. */
  isCodeFixed?: boolean
  submit: string
  backHref: string
  /** Spreads the focus to the first fault. */
  focus: (name: string) => { autoFocus?: true }
}

/** A coupon's fields, with what they make of today's prices while one types. */
export function CouponForm(props: CouponFormProps) {
  const words = couponListWords()
  const { values, errors, sellable, isCodeFixed, submit, backHref, focus } = props
  const [typed, setTyped] = useState(values)
  const note = (event: React.FormEvent<HTMLFormElement>) => {
    // A box that is not ticked sends nothing, so the form is read whole.
    setTyped(Object.fromEntries([...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)])))
  }
  return (
    <form method="post" noValidate onInput={note} onChange={note} className="grid gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,560px)_minmax(0,340px)] lg:grid-rows-[auto_1fr]">
      <div className="grid content-start gap-8">
        <TextField
          label={words.code}
          name="coupon"
          hint={isCodeFixed ? words.codeStays : words.codeHint}
          defaultValue={values.coupon}
          error={errors.coupon}
          readOnly={isCodeFixed}
          maxLength={40}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          {...focus('coupon')}
        />
        <WhatItTakesOff {...props} />
        <WhatItIsFor {...props} />
      </div>
      <Preview {...props} typed={typed} sellable={sellable} />
      <div className="grid content-start gap-8">
        <Limits {...props} />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="main">
            {submit}
          </Button>
          <ButtonLink href={backHref}>{words.cancel}</ButtonLink>
        </div>
      </div>
    </form>
  )
}

function WhatItTakesOff({ values, errors, currency, locale, focus }: CouponFormProps) {
  const words = couponListWords()
  return (
    <div className="grid gap-4">
      <RadioCards
        label={words.whatItTakesOff}
        name="discountKind"
        columns={2}
        defaultValue={values.discountKind}
        error={errors.discountKind}
        choices={[
          { value: 'percent', label: words.share, hint: words.shareHint },
          { value: 'fixed', label: words.anAmount, hint: words.amountHint(currency, currencySign(currency, locale)) },
        ]}
      />
      <TextField label={words.howMuch} name="off" hint={words.howMuchHint(currency)} inputMode="decimal" autoComplete="off" defaultValue={values.off} error={errors.off} className="max-w-52" {...focus('off')} />
    </div>
  )
}

function WhatItIsFor({ values, errors, sellable }: CouponFormProps) {
  const words = couponListWords()
  return (
    <div className="group grid gap-3">
      <RadioCards
        label={words.whatItIsFor}
        name="appliesTo"
        columns={2}
        defaultValue={values.appliesTo}
        error={errors.appliesTo}
        choices={[
          { value: 'all', label: words.everythingYouSell, hint: words.alsoLater },
          { value: 'some', label: words.someOfIt, hint: words.youTick },
        ]}
      />
      {sellable.length > 0 ? (
        <div role="group" aria-label={words.whatItCanBeFor} className="max-h-80 overflow-y-auto border-y px-0.5 group-has-[input[value=all]:checked]:hidden">
          {sellable.map((one) => (
            <CheckboxField
              key={one.subjectId}
              name={subjectField(one.subjectId)}
              label={one.title}
              hint={one.priceCents === null ? words.notOnSale : undefined}
              defaultChecked={values[subjectField(one.subjectId)] === 'on'}
              error={errors[subjectField(one.subjectId)]}
            />
          ))}
        </div>
      ) : (
        <p className="text-sm text-ink-2">{words.noPricesYet}</p>
      )}
    </div>
  )
}

function Limits({ values, errors, zone, focus }: CouponFormProps) {
  const words = couponListWords()
  const field = (name: string) => ({ name, defaultValue: values[name], error: errors[name], ...focus(name) })
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <TextField label={words.usesAltogether} hint={words.emptyIsEndless} inputMode="numeric" autoComplete="off" optional {...field('usesMax')} />
      <TextField label={words.usesEach} hint={words.byAddress} inputMode="numeric" autoComplete="off" optional {...field('perPersonMax')} />
      <TextField label={words.firstDay} hint={words.fromMidnight(zone.replaceAll('_', ' '))} type="date" optional {...field('startsOn')} />
      <TextField label={words.lastDay} hint={words.stillGood} type="date" optional {...field('endsOn')} />
    </div>
  )
}

function Preview({ typed, sellable, currency, locale }: CouponFormProps & { typed: Record<string, string> }) {
  const words = couponListWords()
  const discount = readDiscount(typed.discountKind === 'fixed' ? 'fixed' : 'percent', typed.off ?? '', currency)
  const chosen = typed.appliesTo === 'some' ? sellable.filter(({ subjectId }) => typed[subjectField(subjectId)] === 'on') : sellable
  return (
    <section aria-labelledby="effect-title" className="lg:col-start-2 lg:row-span-2 lg:row-start-1">
      <h2 id="effect-title" className="mb-2.5 text-base font-semibold">
        {words.whatItDoes}
      </h2>
      <div aria-live="polite">
        {discount ? <CouponEffect discount={discount} sellable={chosen} locale={locale} /> : <p className="text-sm text-ink-2">{words.sayHowMuchToSee}</p>}
      </div>
    </section>
  )
}
