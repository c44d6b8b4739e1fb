/**
 * The day that a school's calendar shows at an instant.
 *
 * @param zone IANA name of the school's zone
 * @returns `YYYY-MM-DD`, so that days compare as words
 */
export function schoolDay(instant: Date, zone: string): string {
  // Sweden writes its days as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant)
}
