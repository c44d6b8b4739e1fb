import type { ComponentProps } from 'react'
import { cn } from './class-names.ts'
import { currencySign, minorDigits } from './currency-format.ts'
import { controlStyles, Field, type FieldProps } from './field.tsx'

type MoneyFieldProps = FieldProps &
  Omit<ComponentProps<'input'>, 'type' | 'defaultValue' | 'value'> & {
    currency: string
    locale: string
    /** Integer minor units shown at first. */
    defaultCents?: number | null
    /** What the person typed before, word for word, when the form comes back with an error. */
    defaultText?: string
  }

/** An amount of money. It posts what was typed ("89", "89,50"); the server reads it into minor units. */
export function MoneyField({ label, hint, error, optional, id, className, currency, locale, defaultCents, defaultText, ...input }: MoneyFieldProps) {
  const digits = minorDigits(currency)
  const shown = defaultText ?? (defaultCents === undefined || defaultCents === null ? undefined : asText(defaultCents, digits, locale))

  return (
    <Field label={label} hint={hint} error={error} optional={optional} id={id ?? input.name} className={className}>
      {(control) => (
        <span className="relative block">
          <span aria-hidden="true" className="pointer-events-none absolute inset-y-0 left-3 grid min-w-5 place-items-center text-ink-2">
            {currencySign(currency, locale)}
          </span>
          <input
            inputMode={digits > 0 ? 'decimal' : 'numeric'}
            autoComplete="off"
            {...input}
            {...control}
            type="text"
            defaultValue={shown}
            className={cn(controlStyles, 'pl-11 tabular-nums')}
          />
          <span className="pointer-events-none absolute inset-y-0 right-3 grid place-items-center text-sm text-ink-3">{currency}</span>
        </span>
      )}
    </Field>
  )
}

function asText(cents: number, digits: number, locale: string): string {
  const isRound = cents % 10 ** digits === 0

  return new Intl.NumberFormat(locale, {
    useGrouping: false,
    minimumFractionDigits: isRound ? 0 : digits,
    maximumFractionDigits: digits,
  }).format(cents / 10 ** digits)
}
