import type { StripeState } from './state.ts'

/** The ways to pay that the emulator knows. */
export type PaymentKind = 'card' | 'sepa_debit' | 'us_bank_account' | 'bacs_debit'

/** The bank debit that fits a currency; null where the emulator has none. */
export function bankDebitFor(currency: string): PaymentKind | null {
  const known: Record<string, PaymentKind> = { eur: 'sepa_debit', usd: 'us_bank_account', gbp: 'bacs_debit' }
  return known[currency] ?? null
}

/** The payment method of a charge, which nobody stored: it is drawn up from the charge that used it. */
export function paymentMethodOf(state: StripeState, id: string) {
  const used = Object.values(state.charges).find((one) => one.value.payment_method === id)?.value
  if (!used) return null
  const kind = used.payment_method_details?.type ?? 'card'
  return {
    id, object: 'payment_method', allow_redisplay: 'unspecified', billing_details: used.billing_details,
    created: used.created, customer: null, customer_account: null, livemode: false, metadata: {}, type: kind,
    [kind]: kind === 'card' ? cardOf() : { last4: '3000' },
  }
}

/** How a charge was paid, in the shape of `payment_method_details`. Test figures, no real card. */
export function paymentDetails(kind: PaymentKind) {
  if (kind !== 'card') return { type: kind, [kind]: { last4: '3000', fingerprint: 'emulatorBankDebit', mandate: null } }
  return {
    type: 'card' as const,
    card: {
      amount_authorized: null, authorization_code: null, brand: 'visa',
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      country: 'US', exp_month: 12, exp_year: 2034, extended_authorization: { status: 'disabled' },
      fingerprint: 'emulatorCard4242', funding: 'credit', incremental_authorization: { status: 'unavailable' },
      installments: null, last4: '4242', mandate: null, multicapture: { status: 'unavailable' },
      network: 'visa', network_token: { used: false }, network_transaction_id: null,
      overcapture: { maximum_amount_capturable: 0, status: 'unavailable' }, regulated_status: null,
      three_d_secure: null, transaction_link_id: null, wallet: null,
    },
  }
}

function cardOf() {
  return {
    brand: 'visa', checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
    country: 'US', display_brand: 'visa', exp_month: 12, exp_year: 2034, fingerprint: 'emulatorCard4242',
    funding: 'credit', generated_from: null, last4: '4242', networks: { available: ['visa'], preferred: null },
    regulated_status: null, three_d_secure_usage: { supported: true }, wallet: null,
  }
}
