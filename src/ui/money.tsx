import { cn } from './class-names.ts'
import { formatMoney } from './currency-format.ts'

type MoneyProps = {
  /** Integer minor units. */
  cents: number
  /** ISO 4217, such as EUR. */
  currency: string
  locale: string
  /** Leaves out the zeros of a round amount, as a price tag does. */
  short?: boolean
  className?: string
}

/** An amount with its currency, in the reader's way of writing numbers. */
export function Money({ cents, currency, locale, short, className }: MoneyProps) {
  return (
    <data value={`${cents} ${currency}`} className={cn('whitespace-nowrap tabular-nums', className)}>
      {formatMoney(cents, currency, locale, short ? 'short' : 'exact')}
    </data>
  )
}
