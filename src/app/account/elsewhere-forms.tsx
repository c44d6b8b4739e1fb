import type { LinkedView, OtherWay, SocialName } from '#modules/identity/index.ts'
import { currentLocale } from '#platform/i18n/locale.ts'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { focusFirstFault } from '../marketing/form-fault-list.tsx'
import { ProviderButtons } from '../marketing/provider-buttons.tsx'
import { ProviderMark } from '../marketing/provider-mark.tsx'
import type { FormFaults } from '../respond.ts'
import { ownAccountWords } from '../words/own-account-words.ts'
import { Proof } from './account-frame.tsx'
import { accountHref } from './account-href.ts'

/** A linked account, with the time in words. */
type Linked = Omit<LinkedView, 'since'> & { since: string }

/** The accounts elsewhere that open this one, each with the way to take it off. */
export function ElsewhereList({ linked, next }: { linked: Linked[]; next: string | null }) {
  const words = ownAccountWords()
  return (
    <ul aria-label={words.yourElsewhere} className="mb-8 grid divide-y border-y">
      {linked.map((one) => (
        <li key={one.id} className="py-3">
          <div className="flex items-center gap-3.5">
            <ProviderMark provider={one.provider} />
            <div className="min-w-0 flex-1">
              <p className="font-medium wrap-anywhere">{one.name}</p>
              <p className="text-sm text-ink-3">{one.opens ? words.linkedSince(one.since) : words.notOffered}</p>
            </div>
          </div>
          <details className="mt-1">
            <summary className="touch w-fit cursor-pointer text-sm text-ink-2 hover:text-ink">{words.takeOff}</summary>
            <TakeOff one={one} next={next} />
          </details>
        </li>
      ))}
    </ul>
  )
}

/** Says what is left as a way in before anything is taken off; where nothing is, where to make one. */
function TakeOff({ one: { id, name, opens, otherWays }, next }: { one: Linked; next: string | null }) {
  const words = ownAccountWords()
  if (opens && otherWays.length === 0) {
    return (
      <div className="mt-3 text-sm text-ink-2">
        <p>{words.onlyWay}</p>
        <p className="mt-2 flex flex-wrap gap-x-5 gap-y-2">
          <a href={accountHref('/account/password', next)} className="link touch text-ink">
            {words.setAPassword}
          </a>
          <a href={accountHref('/account/passkeys', next)} className="link touch text-ink">
            {words.addPasskey}
          </a>
        </p>
      </div>
    )
  }
  return (
    <form method="post" className="mt-3 grid gap-3">
      <p className="text-sm text-ink-2">{opens ? words.thenBy(waysInWords(otherWays)) : words.thenNothing}</p>
      <input type="hidden" name="account" value={id} />
      <Button type="submit" size="sm" name="intent" value="take-off" className="justify-self-start">
        {words.takeNamedOff(name)}
      </Button>
    </form>
  )
}

function waysInWords(ways: readonly OtherWay[]): string {
  const { otherWays } = ownAccountWords()
  return new Intl.ListFormat(currentLocale(), { type: 'disjunction' }).format(ways.map((way) => otherWays[way]))
}

type LinkFormProps = {
  linkable: readonly SocialName[]
  isFirst: boolean
  hasPassword: boolean
  faults: FormFaults | undefined
}

/** Links an account elsewhere: that takes the password, and then that account. */
export function LinkForm({ linkable, isFirst, hasPassword, faults }: LinkFormProps) {
  const words = ownAccountWords()
  return (
    <form method="post" noValidate className="grid gap-5">
      {isFirst ? null : <h2 className="text-base font-semibold">{words.linkAnother}</h2>}
      <input type="hidden" name="intent" value="link" />
      <Proof hasPassword={hasPassword}>
        <TextField label={words.yourPassword} name="password" type="password" autoComplete="current-password" required error={faults?.fieldErrors.password} {...focusFirstFault(faults)('password')} />
      </Proof>
      <ProviderButtons providers={linkable} label={words.linkWith} />
    </form>
  )
}
