import type { StartPayoutSetupInput } from '#modules/commerce/index.ts'
import type { BooksVisit } from './books-visit.ts'

/** What the provider's set-up is told, and where it leads back to. */
export function setupInput({ tenant, viewer, visit }: BooksVisit, country: string): StartPayoutSetupInput {
  const here = `${visit.origin}${visit.base}/studio/payouts`
  return {
    schoolName: tenant.name,
    email: viewer.email ?? '',
    currency: tenant.currency,
    country,
    returnUrl: `${here}?returned=1`,
    refreshUrl: `${here}/again`,
  }
}
