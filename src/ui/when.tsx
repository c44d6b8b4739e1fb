type WhenProps = {
  /** An instant, as ISO 8601 with its offset. */
  iso: string
  /** IANA name of the reader's zone. */
  zone: string
  locale: string
  /** What is shown: a day, a day with its time, or the time alone. */
  show?: 'day' | 'day-time' | 'time'
  /** The place's own zone; when it differs at that instant, the reader's zone is named. */
  homeZone?: string
  className?: string
}

const formats = {
  day: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  'day-time': { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  time: { hour: '2-digit', minute: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** An instant in the reader's zone and way of writing; the machine's form is in the element. */
export function When({ iso, zone, locale, show = 'day-time', homeZone, className }: WhenProps) {
  const instant = new Date(iso)
  if (Number.isNaN(instant.getTime())) return <span className={className}>{iso}</span>

  const differs = homeZone !== undefined && show !== 'day' && clock(instant, homeZone) !== clock(instant, zone)
  const text = new Intl.DateTimeFormat(locale, {
    ...formats[show],
    timeZone: zone,
    ...(differs ? { timeZoneName: 'short' as const } : {}),
  }).format(instant)

  return (
    <time dateTime={iso} className={className}>
      {text}
    </time>
  )
}

function clock(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(instant)
}
