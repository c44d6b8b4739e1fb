import { currentLanguage, currentLocale } from '#platform/i18n/locale.ts'

/** A number as the reader's language writes it: 1,200 or 1.200. */
export function figure(count: number): string {
  return count.toLocaleString(currentLocale())
}

/** A length of time, short: 4 ms, 1.2 s, 3 min, 5 h, 2 d. The units are written so in every language. */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.max(0, Math.round(ms))} ms`
  const seconds = ms / 1000
  if (seconds < 10) return `${decimal(seconds)} s`
  if (seconds < 90) return `${Math.round(seconds)} s`
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`
  return seconds < 172_800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} d`
}

/** A number with one digit behind the point or comma. */
export function decimal(value: number): string {
  return value.toLocaleString(currentLocale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 })
}

/** A share in percent; an em dash where there is nothing to divide. Never rounded up to 100 while something is missing. */
export function share(part: number, whole: number): string {
  if (whole === 0) return '—'
  const percent = Math.floor((part / whole) * 1000) / 10
  const digits = percent === 100 || percent === 0 ? 0 : 1
  return (percent / 100).toLocaleString(currentLocale(), { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/** The locale of instants. English has the clock of logs, with 24 hours, whatever an American browser would have. */
export function instantLocale(): string {
  return currentLanguage() === 'en' ? 'en-GB' : currentLocale()
}
