import type { Language } from '#platform/i18n/languages.ts'

/**
 * The locale of a language where a currency is paid with. Plain `en` would be that of the United States everywhere:
 * "November 21, 1:05 PM" in Lisbon; and Switzerland writes its amounts in a way of its own.
 *
 * @param currency ISO 4217, in small letters
 * @returns BCP 47
 */
export function localeOf(language: Language, currency: string): string {
  switch (language) {
    case 'en':
      return currency === 'usd' ? 'en-US' : 'en-GB'
    case 'de':
      return currency === 'chf' ? 'de-CH' : 'de-DE'
  }
}
