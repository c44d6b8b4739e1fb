import { payoutCountries } from '#modules/commerce/payouts/payouts.schema.ts'
import type { PayoutState } from '#modules/commerce/index.ts'
import type { PayoutView } from '#modules/commerce/ui/payout-card.tsx'
import { moneyWords } from '#modules/commerce/ui/words/money-words.ts'

/** The set-up as its card shows it. */
export function payoutView(payout: PayoutState, zone: string, locale: string): PayoutView {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: zone })
  return {
    status: payout.status,
    requirements: payout.requirements.map(({ what, dueAt }) => (dueAt ? moneyWords().byDay(what, day.format(dueAt)) : what)),
  }
}

/** The countries to choose from, by their names in the school's language, and the likely one. */
export function countryChoice(locale: string, zone: string): { countries: { value: string; label: string }[]; country: string } {
  const names = new Intl.DisplayNames([locale], { type: 'region' })
  const countries = payoutCountries.map((code) => ({ value: code as string, label: names.of(code) ?? code })).sort((a, b) => a.label.localeCompare(b.label, locale))
  return { countries, country: homeOf(locale, zone) }
}

/** A guess that the owner can change: the city of the time zone says more than the language. */
function homeOf(locale: string, zone: string): string {
  const cities: Record<string, string> = {
    'Europe/Lisbon': 'PT', 'Europe/Berlin': 'DE', 'Europe/Vienna': 'AT', 'Europe/Zurich': 'CH', 'Europe/Paris': 'FR', 'Europe/Madrid': 'ES', 'Europe/Rome': 'IT', 'Europe/London': 'GB', 'Europe/Dublin': 'IE', 'Europe/Amsterdam': 'NL', 'Europe/Brussels': 'BE', 'Europe/Copenhagen': 'DK', 'Europe/Stockholm': 'SE', 'Europe/Oslo': 'NO', 'Europe/Helsinki': 'FI', 'Europe/Warsaw': 'PL', 'Europe/Prague': 'CZ', 'Asia/Tokyo': 'JP', 'Australia/Sydney': 'AU', 'Pacific/Auckland': 'NZ',
  }
  const region = new Intl.Locale(locale).region ?? 'US'
  const guess = cities[zone] ?? region
  return (payoutCountries as readonly string[]).includes(guess) ? guess : 'US'
}
