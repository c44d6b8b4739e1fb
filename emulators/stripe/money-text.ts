/** Writes minor units as people read them, with the decimals that the currency has. */
export function moneyText(minorUnits: number, currency: string): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: currency.toUpperCase() })
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(minorUnits / 10 ** decimals)
}
