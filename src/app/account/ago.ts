import { currentLocale } from '#platform/i18n/locale.ts'
import { ownAccountWords } from '../words/own-account-words.ts'

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

/**
 * How long ago something was, in the reader’s words, which need no time zone: "2 hours ago".
 *
 * @param noticedSeconds what is noted only so often; anything nearer is "just now"
 */
export function ago(then: Date, now: Date, noticedSeconds = 60): string {
  const seconds = Math.max(0, (now.getTime() - then.getTime()) / 1000)
  if (seconds <= noticedSeconds) return ownAccountWords().justNow
  const [unit, size] = steps.find(([, length]) => seconds >= length) ?? ['minute', 60]
  return new Intl.RelativeTimeFormat(currentLocale(), { numeric: 'auto' }).format(-Math.floor(seconds / size), unit)
}
