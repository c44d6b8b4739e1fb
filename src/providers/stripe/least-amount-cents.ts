/**
 * What Stripe charges at least, in minor units, for the currencies that schools are kept in:
 * docs.stripe.com/currencies, "Minimum and maximum charge amounts". What settles in another currency has that one's
 * minimum, which nobody can know before; Stripe then refuses to open the page, and the buyer is told calmly.
 */
const leastCents: Record<string, number> = {
  eur: 50, usd: 50, gbp: 30, chf: 50, sek: 300, nok: 300, dkk: 250, pln: 200, czk: 1500, cad: 50, aud: 50, nzd: 50, sgd: 50, brl: 50, mxn: 1000, jpy: 50,
}

/** @param currency ISO 4217 in small letters; one that is not listed is taken to be like most */
export function leastAmountCents(currency: string): number {
  return leastCents[currency] ?? 50
}
