import { formatMoney } from '#ui/currency-format.ts'
import { Money } from '#ui/money.tsx'
import { SectionHeader } from '#ui/page-header.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { When } from '#ui/when.tsx'
import { moneyWords } from './words/money-words.ts'

/** What the pages need of money that has yet to arrive. Currencies are ISO 4217 in capitals, dates ISO 8601. */
export interface OnTheWayView {
  payments: { checkoutId: string; email: string; title: string; amountCents: number; currency: string; begunAt: string }[]
  sums: { currency: string; amountCents: number; count: number }[]
}

type OnTheWayProps = OnTheWayView & { locale: string; zone: string }

/** Bank debits that have yet to clear, above the orders they may become. Nothing where there are none. */
export function OnTheWay({ payments, sums, locale, zone }: OnTheWayProps) {
  const words = moneyWords()
  if (sums.length === 0) return null

  const hidden = sums.reduce((count, sum) => count + sum.count, 0) - payments.length
  return (
    <section aria-labelledby="on-the-way" className="mb-9">
      <SectionHeader title={<span id="on-the-way">{words.onItsWay}</span>} actions={<span className="tabular-nums">{sumsInWords(sums, locale)}</span>} />
      <Rows label={words.onItsWay}>
        {payments.map(({ checkoutId, email, title, amountCents, currency, begunAt }) => (
          <Row
            key={checkoutId}
            title={<span className="wrap-anywhere">{email}</span>}
            text={
              <>
                <span className="block">{title}</span>
                {words.bankDebit}{' '}<When iso={begunAt} zone={zone} locale={locale} />
              </>
            }
            end={<Money cents={amountCents} currency={currency} locale={locale} className="text-ink-2" />}
          />
        ))}
      </Rows>
      <p className="mt-3 text-sm text-ink-3">
        {hidden > 0 ? words.andMore(hidden) : null}{' '}{words.banksTake}
      </p>
    </section>
  )
}

/** Such as "€89.00" or "€89.00 and $20.00". */
export function sumsInWords(sums: OnTheWayView['sums'], locale: string): string {
  const words = sums.map(({ amountCents, currency }) => formatMoney(amountCents, currency, locale))
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(words)
}
