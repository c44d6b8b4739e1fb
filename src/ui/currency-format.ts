/** How many digits of minor unit a currency has: 2 for EUR, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  return formatter(currency, 'en').resolvedOptions().maximumFractionDigits ?? 2
}

/**
 * Integer minor units as text with the currency's sign.
 * @param cents minor units of `currency`
 * @param whole 'short' leaves out the digits of a round amount (€89), 'exact' keeps them (€89.00)
 */
export function formatMoney(cents: number, currency: string, locale: string, whole: 'short' | 'exact' = 'exact'): string {
  const digits = minorDigits(currency)
  const unit = 10 ** digits
  const isRound = whole === 'short' && cents % unit === 0

  return formatter(currency, locale, isRound ? 0 : undefined)
    .formatToParts(cents / unit)
    .map(({ type, value }) => (type === 'minusSign' ? '−' : value))
    .join('')
}

/** The sign of a currency as the locale writes it: €, US$, kr. */
export function currencySign(currency: string, locale: string): string {
  const part = formatter(currency, locale).formatToParts(0).find(({ type }) => type === 'currency')

  return part?.value ?? currency
}

const formatters = new Map<string, Intl.NumberFormat>()

/** Making a formatter costs eight times what using it does, and a shelf of courses uses two for each. */
function formatter(currency: string, locale: string, fractionDigits?: 0): Intl.NumberFormat {
  const key = `${locale} ${currency} ${fractionDigits}`
  const known = formatters.get(key)
  if (known) return known

  const digits = fractionDigits === undefined ? {} : { minimumFractionDigits: fractionDigits, maximumFractionDigits: fractionDigits }
  const made = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol', ...digits })
  formatters.set(key, made)
  return made
}
