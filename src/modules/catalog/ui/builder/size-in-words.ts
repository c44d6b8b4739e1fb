import { currentLocale } from '#platform/i18n/locale.ts'

/**
 * The size of a file as people say it.
 *
 * @example
 * sizeInWords(240_000) // '240 kB'
 */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return said(bytes, 'byte')
  if (bytes < 999_500) return said(Math.round(bytes / 1000), 'kilobyte')
  return bytes < 999_500_000 ? said(bytes / 1e6, 'megabyte') : said(bytes / 1e9, 'gigabyte')
}

function said(value: number, unit: 'byte' | 'kilobyte' | 'megabyte' | 'gigabyte'): string {
  return new Intl.NumberFormat(currentLocale(), { style: 'unit', unit, unitDisplay: unit === 'byte' ? 'long' : 'short', maximumFractionDigits: value < 10 ? 1 : 0, useGrouping: false }).format(value)
}
