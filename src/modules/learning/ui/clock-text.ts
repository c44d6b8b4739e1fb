import { currentLocale } from '#platform/i18n/locale.ts'
import { playerWords } from './words/player-words.ts'

/** Seconds as a player shows them: 4:10, 1:02:00. */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.floor(Number.isFinite(seconds) ? seconds : 0))
  const rest = String(whole % 60).padStart(2, '0')
  if (whole < 3600) return `${Math.floor(whole / 60)}:${rest}`

  return `${Math.floor(whole / 3600)}:${String(Math.floor((whole % 3600) / 60)).padStart(2, '0')}:${rest}`
}

/** Seconds as a screen reader says them: 4 minutes 10 seconds. */
export function spokenTime(seconds: number): string {
  const words = playerWords()
  const whole = Math.max(0, Math.floor(Number.isFinite(seconds) ? seconds : 0))
  const minutes = Math.floor(whole / 60)
  return minutes > 0 ? words.minutesSeconds(minutes, whole % 60) : words.seconds(whole)
}

/** The size of a file in words: 240 kB, 3.4 MB. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`

  const megabytes = bytes / 1e6
  return megabytes < 999.5 ? `${size(megabytes, megabytes < 10 ? 1 : 0)} MB` : `${size(bytes / 1e9, 1)} GB`
}

function size(number: number, digits: number): string {
  return number.toLocaleString(currentLocale(), { minimumFractionDigits: digits, maximumFractionDigits: digits })
}
