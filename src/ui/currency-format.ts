/** How many digits of minor unit a currency has: 2 for EUR, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  return formatter(currency, 'en', {}).resolvedOptions().maximumFractionDigits ?? 2
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

  return formatter(currency, locale, isRound ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {})
    .formatToParts(cents / unit)
    .map(({ type, value }) => (type === 'minusSign' ? '−' : value))
    .join('')
}

/** The sign of a currency as the locale writes it: €, US$, kr. */
export function currencySign(currency: string, locale: string): string {
  const part = formatter(currency, locale, {}).formatToParts(0).find(({ type }) => type === 'currency')

  return part?.value ?? currency
}

function formatter(currency: string, locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol', ...options })
}
