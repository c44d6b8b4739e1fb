/** A day as it is written in a sentence. @param iso an instant */
export function dayWords(iso: string, zone: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: zone }).format(new Date(iso))
}
