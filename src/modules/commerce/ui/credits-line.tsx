import { When } from '#ui/when.tsx'
import type { Credits } from '../credits/credits.schema.ts'
import { moneyWords } from './words/money-words.ts'

type CreditsLineProps = { credits: Credits; school: string; zone: string; locale: string }

/** How many credits one has, and, when asked, the lines that make the number. */
export function CreditsLine({ credits, school, zone, locale }: CreditsLineProps) {
  const words = moneyWords()
  return (
    <div className="text-sm text-ink-2">
      <details className="group">
        <summary className="touch inline-flex cursor-pointer flex-wrap items-baseline gap-x-2">
          <span className="font-medium text-ink tabular-nums">{creditWords(credits.balance)}</span>
          <span className="link">{words.whyNumber}</span>
        </summary>
        <div className="mt-2 max-w-[70ch]">
          <p>{words.creditsFrom(school)}</p>
          {credits.lines.length > 0 ? <CreditList credits={credits} zone={zone} locale={locale} /> : <p className="mt-1">{words.noCredits}</p>}
        </div>
      </details>
    </div>
  )
}

/** Each entry with its sign, newest first. */
function CreditList({ credits, zone, locale }: Omit<CreditsLineProps, 'school'>) {
  return (
    <ul className="mt-2 grid gap-1.5">
      {credits.lines.map((line) => (
        <li key={line.transactionId} className="flex flex-wrap items-baseline gap-x-3">
          <span className="w-10 text-end font-medium text-ink tabular-nums">{signed(line.amount, locale)}</span>
          <span className="min-w-0 flex-1 wrap-anywhere">{line.kind === 'credits-given' ? line.reason : moneyWords().takenBack(line.reason)}</span>
          <When iso={line.postedAt} zone={zone} locale={locale} className="whitespace-nowrap text-ink-3" />
        </li>
      ))}
    </ul>
  )
}

/** For example `20 credits`. */
export function creditWords(balance: number): string {
  return moneyWords().creditCount(balance)
}

/** For example `+20`. */
export function signed(amount: number, locale: string): string {
  return new Intl.NumberFormat(locale, { signDisplay: 'always' }).format(amount)
}
