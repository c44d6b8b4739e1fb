/**
 * The English whose dates and times a school's people read. Plain `en` would be that of the United States everywhere:
 * "November 21, 1:05 PM" in Lisbon.
 *
 * @param currency ISO 4217, in small letters
 */
export function englishOf(currency: string): string {
  return currency === 'usd' ? 'en-US' : 'en-GB'
}
