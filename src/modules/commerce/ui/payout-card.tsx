import { Button, ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { SelectField } from '#ui/select-field.tsx'

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
  switch (payout.status) {
    case 'off':
      return (
        <Notice tone="warn" title="Payments are not set up on this installation">
          Whoever runs it has to set a Stripe key first. Until then courses with a price are not on sale.
        </Notice>
      )
    case 'active':
      return (
        <Notice tone="good" title="Payouts are active" action={action ? <Onward action={action} label="Change details at Stripe" /> : null}>
          Your share of every sale goes to your account at Stripe, and from there to your bank.
        </Notice>
      )
    case 'none':
      return <NotBegun action={action} countries={countries} country={country} error={error} />
    case 'onboarding':
      return (
        <Notice tone="warn" title="The set-up is not finished" action={action ? <Onward action={action} label="Go on with the set-up" isMain /> : null}>
          Courses with a price are not on sale until it is. <Wanted requirements={payout.requirements} />
        </Notice>
      )
    case 'restricted':
      return (
        <Notice tone="bad" title="Stripe has stopped your payouts" action={action ? <Onward action={action} label="Give Stripe what is missing" isMain /> : null}>
          Courses with a price are not on sale until this is settled; who has bought one keeps it. <Wanted requirements={payout.requirements} />
        </Notice>
      )
  }
}

function NotBegun({ action, countries, country, error }: Omit<PayoutCardProps, 'payout'>) {
  return (
    <section aria-labelledby="payout-title" className="rounded-lg border bg-raised p-5 sm:p-6">
      <h2 id="payout-title" className="text-lg font-semibold">
        Get paid for your courses
      </h2>
      <p className="mt-1 max-w-[60ch] text-ink-2">
        Stripe takes the payments and sends your share to your bank. It asks who you are and where the money goes; that takes about ten minutes, and you can stop and go on later.
      </p>
      {action ? (
        <form method="post" action={action} className="mt-5 grid gap-4 sm:flex sm:items-end">
          <SelectField name="country" label="Country your school is registered in" options={countries} defaultValue={country} error={error} className="sm:w-72" />
          <Button type="submit" variant="main">
            Set up payouts
          </Button>
        </form>
      ) : (
        <p className="mt-3 text-sm text-ink-3">The owner of the school can set this up.</p>
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
  if (requirements.length === 0) return <>Stripe is looking at what you gave; there is nothing for you to do right now.</>

  return (
    <>
      Stripe still wants:
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
