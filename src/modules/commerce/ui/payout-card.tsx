import { Button, ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { moneyWords } from './words/money-words.ts'

/** How far a school is with being paid, ready to show. */
export interface PayoutView {
  status: 'off' | 'none' | 'onboarding' | 'active' | 'restricted'
  /** What the provider still wants, in words. */
  requirements: string[]
}

type PayoutCardProps = {
  payout: PayoutView
  /** Where the set-up begins and goes on; null for those who may only look. */
  action: string | null
  countries: readonly { value: string; label: string }[]
  country: string
  error?: string
}

/** Whether the school is paid, and if not, what is missing and where to give it. */
export function PayoutCard({ payout, action, countries, country, error }: PayoutCardProps) {
  const words = moneyWords()
  switch (payout.status) {
    case 'off':
      return (
        <Notice tone="warn" title={words.paymentsOff}>
          {words.stripeKeyFirst}
        </Notice>
      )
    case 'active':
      return (
        <Notice tone="good" title={words.payoutsActive} action={action ? <Onward action={action} label={words.changeAtStripe} /> : null}>
          {words.shareGoes}
        </Notice>
      )
    case 'none':
      return <NotBegun action={action} countries={countries} country={country} error={error} />
    case 'onboarding':
      return (
        <Notice tone="warn" title={words.setUpUnfinished} action={action ? <Onward action={action} label={words.goOnSetUp} isMain /> : null}>
          {words.untilFinished}{' '}<Wanted requirements={payout.requirements} />
        </Notice>
      )
    case 'restricted':
      return (
        <Notice tone="bad" title={words.payoutsStopped} action={action ? <Onward action={action} label={words.giveMissing} isMain /> : null}>
          {words.untilSettled}{' '}<Wanted requirements={payout.requirements} />
        </Notice>
      )
  }
}

function NotBegun({ action, countries, country, error }: Omit<PayoutCardProps, 'payout'>) {
  const words = moneyWords()
  return (
    <section aria-labelledby="payout-title" className="rounded-lg border bg-raised p-5 sm:p-6">
      <h2 id="payout-title" className="text-lg font-semibold">
        {words.getPaid}
      </h2>
      <p className="mt-1 max-w-[60ch] text-ink-2">
        {words.howPaid}
      </p>
      {action ? (
        <form method="post" action={action} className="mt-5 grid gap-4 sm:flex sm:items-end">
          <SelectField name="country" label={words.countryOfSchool} options={countries} defaultValue={country} error={error} className="sm:w-72" />
          <Button type="submit" variant="main">
            {words.setUpPayouts}
          </Button>
        </form>
      ) : (
        <p className="mt-3 text-sm text-ink-3">{words.ownerCan}</p>
      )}
    </section>
  )
}

function Onward({ action, label, isMain }: { action: string; label: string; isMain?: boolean }) {
  return (
    <ButtonLink href={`${action}/again`} size="sm" variant={isMain ? 'main' : 'plain'}>
      {label}
    </ButtonLink>
  )
}

function Wanted({ requirements }: { requirements: string[] }) {
  const words = moneyWords()
  if (requirements.length === 0) return <>{words.stripeLooks}</>

  return (
    <>
      {words.stripeWants}
      <ul className="mt-1.5 grid gap-1">
        {requirements.map((what) => (
          <li key={what} className="flex gap-2.5 before:mt-2 before:size-1 before:shrink-0 before:rounded-full before:bg-ink-3">
            {what}
          </li>
        ))}
      </ul>
    </>
  )
}
