// Any Monday, so that days and hours can be said by the formats for dates.
const monday = Date.UTC(2024, 0, 1)
const dayMs = 86_400_000
const minuteMs = 60_000

/**
 * What a locale calls a day of the week.
 *
 * @param day 1 is Monday, 7 Sunday
 */
export function dayInWords(day: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(monday + (day - 1) * dayMs)
}

/**
 * From when to when by the clock on the wall: "16:00–17:30", "4:00 – 5:30 PM".
 *
 * @param start as 16:00
 * @param minutes how long; what ends after midnight ends at an early hour
 */
export function spanInWords({ start, minutes }: { start: string; minutes: number }, locale: string): string {
  const isTwelve = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 === true
  const clock = new Intl.DateTimeFormat(locale, { hour: isTwelve ? 'numeric' : '2-digit', minute: '2-digit', timeZone: 'UTC' })
  const from = monday + minutesOf(start) * minuteMs
  const to = from + minutes * minuteMs
  // A span says AM or PM once. Of two days it would name the dates, and German would add its word for "o'clock" to each line.
  if (isTwelve && to < monday + dayMs) return clock.formatRange(from, to)
  return [from, to].map((at) => clock.format(at)).join(isTwelve ? '\u2009–\u2009' : '–')
}

/** The minutes from midnight to a time of the clock. */
export function minutesOf(start: string): number {
  return Number(start.slice(0, 2)) * 60 + Number(start.slice(3))
}

/**
 * What people call a time zone, in summer and in winter: "Central European Time".
 *
 * @param zone IANA name
 */
export function zoneInWords(zone: string, locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(monday)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone
}
