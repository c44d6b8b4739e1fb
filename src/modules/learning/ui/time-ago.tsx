import { libraryWords } from './words/library-words.ts'

/** How long ago something was, counted to the moment that the page was made: "just now", "12 min ago", "Tue 3 Nov". */
export function TimeAgo({ iso, now, zone, locale, className }: { iso: string; now: string; zone: string; locale: string; className?: string }) {
  return (
    <time dateTime={iso} className={className}>
      {timeAgo(iso, now, zone, locale)}
    </time>
  )
}

/** The words of {@link TimeAgo}. */
export function timeAgo(iso: string, now: string, zone: string, locale: string): string {
  const words = libraryWords()
  const minutes = Math.floor((Date.parse(now) - Date.parse(iso)) / 60_000)
  if (minutes < 2) return words.justNow
  if (minutes < 60) return words.minutesAgo(minutes)
  if (minutes < 24 * 60) return words.hoursAgo(Math.floor(minutes / 60))
  if (minutes < 48 * 60) return words.yesterday

  const isThisYear = iso.slice(0, 4) === now.slice(0, 4)
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...(isThisYear ? {} : { year: 'numeric' as const }), timeZone: zone }).format(new Date(iso))
}
