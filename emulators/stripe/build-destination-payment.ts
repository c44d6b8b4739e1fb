import type Stripe from 'stripe'
import { emptyAddress } from './build-payment.ts'
import type { Emulator } from './emulator.ts'
import { newId } from './emulator.ts'

/** The charge that a connected account sees when a transfer of a destination charge reaches it. */
export function buildDestinationPayment(
  emulator: Emulator,
  charge: Stripe.Charge,
  transfer: { id: string; amount: number; destination: string },
): Stripe.Charge {
  const id = newId(emulator, 'py_')
  return {
    ...structuredClone(charge), id, amount: transfer.amount, amount_captured: transfer.amount, application_fee: null,
    application_fee_amount: null, balance_transaction: null, description: null, metadata: {}, payment_intent: null,
    billing_details: { address: emptyAddress(), email: null, name: null, phone: null, tax_id: null },
    payment_method: null, payment_method_details: { type: 'stripe_account' }, receipt_email: null, receipt_url: null,
    source_transfer: transfer.id, transfer_data: null,
  }
}
