import type Stripe from 'stripe'
import type { Emulator } from './emulator.ts'
import { newId } from './emulator.ts'
import type { PaymentKind } from './payment-method.ts'
import { paymentDetails } from './payment-method.ts'
import type { SessionOrder } from './state.ts'

/** Who pays, as typed on the hosted page. */
export type Buyer = { email: string; name: string | null }

/** Draws up the payment that a session asks for; nobody has paid yet. */
export function buildPaymentIntent(emulator: Emulator, session: Stripe.Checkout.Session, order: SessionOrder): Stripe.PaymentIntent {
  const id = newId(emulator, 'pi_')
  return {
    id, object: 'payment_intent', allowed_payment_method_types: null,
    amount: session.amount_total ?? 0, amount_capturable: 0, amount_details: { tip: {} }, amount_received: 0,
    application: null, application_fee_amount: order.applicationFeeAmount,
    automatic_payment_methods: { enabled: true }, canceled_at: null, cancellation_reason: null,
    capture_method: 'automatic_async', client_secret: newId(emulator, `${id}_secret_`), confirmation_method: 'automatic',
    created: emulator.clock.now(), currency: session.currency ?? 'usd', customer: null, customer_account: null,
    description: order.description, excluded_payment_method_types: null, last_payment_error: null,
    latest_charge: null, livemode: false, managed_payments: { enabled: false }, metadata: order.metadata,
    next_action: null, on_behalf_of: order.onBehalfOf, payment_method: null,
    payment_method_configuration_details: null, payment_method_options: {},
    payment_method_types: session.payment_method_types, payment_record: null, processing: null,
    receipt_email: order.receiptEmail, review: null, setup_future_usage: null, shipping: null, source: null,
    statement_descriptor: null, statement_descriptor_suffix: order.statementDescriptorSuffix,
    status: 'requires_payment_method', transfer_group: order.transferGroup,
    transfer_data: order.destination
      ? { destination: order.destination, ...(order.transferAmount === null ? {} : { amount: order.transferAmount }) }
      : null,
  }
}

/** Draws up the charge of one try to pay; its `status` says how the try stands. */
export function buildCharge(
  emulator: Emulator,
  intent: Stripe.PaymentIntent,
  tried: { buyer: Buyer; kind: PaymentKind; status: 'succeeded' | 'pending' | 'failed' },
): Stripe.Charge {
  const id = newId(emulator, tried.kind === 'card' ? 'ch_' : 'py_')
  const isFailed = tried.status === 'failed'
  const transferData = intent.transfer_data
  return {
    id, object: 'charge', amount: intent.amount, amount_captured: tried.status === 'succeeded' ? intent.amount : 0,
    amount_refunded: 0, application: null, application_fee: null, application_fee_amount: intent.application_fee_amount,
    balance_transaction: null,
    billing_details: { address: emptyAddress(), email: tried.buyer.email, name: tried.buyer.name, phone: null, tax_id: null },
    calculated_statement_descriptor: 'EMULATOR', captured: !isFailed, created: emulator.clock.now(),
    currency: intent.currency, customer: null, description: intent.description, disputed: false,
    failure_balance_transaction: null, failure_code: isFailed ? 'card_declined' : null,
    failure_message: isFailed ? 'Your card was declined.' : null, fraud_details: {}, livemode: false,
    metadata: { ...intent.metadata }, on_behalf_of: intent.on_behalf_of, outcome: outcomeOf(tried.status),
    paid: tried.status === 'succeeded', payment_intent: intent.id, payment_method: newId(emulator, 'pm_'),
    // Test figures in the official shape; the type wants every card field of every country.
    payment_method_details: paymentDetails(tried.kind) as unknown as Stripe.Charge.PaymentMethodDetails,
    radar_options: {}, receipt_email: intent.receipt_email, receipt_number: null,
    receipt_url: isFailed ? null : `${emulator.publicUrl}/receipts/${id}`,
    refunded: false,
    review: null, shipping: null, source: null, source_transfer: null, statement_descriptor: null,
    statement_descriptor_suffix: intent.statement_descriptor_suffix, status: tried.status,
    transfer_data: transferData ? { destination: transferData.destination, amount: transferData.amount ?? null } : null,
    transfer_group: intent.transfer_group ?? (transferData ? `group_${intent.id}` : null),
  }
}

function outcomeOf(status: 'succeeded' | 'pending' | 'failed'): Stripe.Charge.Outcome {
  const isFailed = status === 'failed'
  return {
    advice_code: isFailed ? 'try_again_later' : null, network_advice_code: null,
    network_decline_code: isFailed ? '01' : null,
    network_status: isFailed ? 'declined_by_network' : 'approved_by_network',
    reason: isFailed ? 'generic_decline' : null,
    seller_message: isFailed ? 'The bank did not return any further details with this decline.' : 'Payment complete.',
    type: isFailed ? 'issuer_declined' : 'authorized',
  }
}

/** An address of which nothing is known. */
export function emptyAddress(): Stripe.Address {
  return { city: null, country: null, line1: null, line2: null, postal_code: null, state: null }
}
