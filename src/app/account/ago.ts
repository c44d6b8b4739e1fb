const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

/**
 * How long ago something was, in words that need no time zone: "2 hours ago".
 *
 * @param noticedSeconds what is noted only so often; anything nearer is "just now"
 */
export function ago(then: Date, now: Date, noticedSeconds = 60): string {
  const seconds = Math.max(0, (now.getTime() - then.getTime()) / 1000)
  if (seconds <= noticedSeconds) return 'just now'
  const [unit, size] = steps.find(([, length]) => seconds >= length) ?? ['minute', 60]
  return new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' }).format(-Math.floor(seconds / size), unit)
}
