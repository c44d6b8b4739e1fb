import type Stripe from 'stripe'
import type { Buyer } from './build-payment.ts'
import { buildCharge, buildPaymentIntent } from './build-payment.ts'
import { customerDetails } from './build-session.ts'
import { isTransfersActive } from './account-capabilities.ts'
import type { Emulator } from './emulator.ts'
import { refuse } from './errors.ts'
import { emit } from './events.ts'
import { bookCharge, idOf } from './move-money.ts'
import type { PaymentKind } from './payment-method.ts'
import { bankDebitFor } from './payment-method.ts'

/** Pays an open session at once. A session that is no longer open stays as it is: paying twice pays once. */
export function payNow(emulator: Emulator, session: Stripe.Checkout.Session, buyer: Buyer): void {
  if (session.status !== 'open') return
  if (session.amount_total === 0) return complete(emulator, session, buyer, 'no_payment_required')

  const intent = ensureIntent(emulator, session)
  if (!isDestinationReady(emulator, intent)) return fail(emulator, intent, { buyer, kind: 'card' }, DESTINATION_CLOSED)
  const charge = startCharge(emulator, intent, { buyer, kind: 'card', status: 'succeeded' })
  intent.status = 'succeeded'
  intent.amount_received = intent.amount
  emit(emulator, 'charge.succeeded', charge)
  emit(emulator, 'payment_intent.succeeded', intent)
  complete(emulator, session, buyer, 'paid')
  bookCharge(emulator, charge)
}

/** Tries a card that its bank refuses. The session stays open for another try. */
export function declineCard(emulator: Emulator, session: Stripe.Checkout.Session, buyer: Buyer): void {
  if (session.status !== 'open' || session.amount_total === 0) return
  fail(emulator, ensureIntent(emulator, session), { buyer, kind: 'card' }, DECLINED)
}

/** Completes a session with a bank debit that has yet to clear: nothing is paid. */
export function payLater(emulator: Emulator, session: Stripe.Checkout.Session, buyer: Buyer): void {
  const kind = debitOf(session)
  if (session.status !== 'open' || !kind) return
  const intent = ensureIntent(emulator, session)
  const charge = startCharge(emulator, intent, { buyer, kind, status: 'pending' })
  intent.status = 'processing'
  emit(emulator, 'charge.pending', charge)
  emit(emulator, 'payment_intent.processing', intent)
  complete(emulator, session, buyer, 'unpaid')
}

/**
 * Clears the bank debit of a session.
 * @throws StripeFault 400 when the session waits for none
 */
export function settleDebit(emulator: Emulator, session: Stripe.Checkout.Session): void {
  const { intent, charge } = requireWaiting(emulator, session)
  Object.assign(charge, { status: 'succeeded', paid: true, amount_captured: charge.amount })
  Object.assign(intent, { status: 'succeeded', amount_received: intent.amount })
  session.payment_status = 'paid'
  emit(emulator, 'charge.succeeded', charge)
  emit(emulator, 'payment_intent.succeeded', intent)
  emit(emulator, 'checkout.session.async_payment_succeeded', session)
  bookCharge(emulator, charge)
}

/**
 * Sends the bank debit of a session back: no money ever moved.
 * @throws StripeFault 400 when the session waits for none
 */
export function failDebit(emulator: Emulator, session: Stripe.Checkout.Session): void {
  const { intent, charge } = requireWaiting(emulator, session)
  const message = 'The bank returned the debit: there was not enough money in the account.'
  Object.assign(charge, { status: 'failed', captured: false, failure_code: 'insufficient_funds', failure_message: message })
  intent.status = 'requires_payment_method'
  intent.last_payment_error = { type: 'invalid_request_error', code: 'payment_method_provider_decline', message, charge: charge.id }
  emit(emulator, 'charge.failed', charge)
  emit(emulator, 'payment_intent.payment_failed', intent)
  emit(emulator, 'checkout.session.async_payment_failed', session)
}

/** Whether a session was completed with a debit that has neither cleared nor come back. */
export function isWaitingForDebit(emulator: Emulator, session: Stripe.Checkout.Session): boolean {
  const intent = emulator.state.paymentIntents[idOf(session.payment_intent) ?? '']
  return session.status === 'complete' && intent?.status === 'processing'
}

/** The bank debit that a session offers; null when it offers none. */
export function debitOf(session: Stripe.Checkout.Session): PaymentKind | null {
  const kind = bankDebitFor(session.currency ?? '')
  return kind && session.payment_method_types.includes(kind) && session.amount_total !== 0 ? kind : null
}

const DECLINED = { code: 'card_declined', decline: 'generic_decline', message: 'Your card was declined.' } as const
const DESTINATION_CLOSED = {
  code: 'insufficient_capabilities_for_transfer', decline: null,
  message: 'The seller cannot be paid at the moment: their payout account is not active.',
} as const

function ensureIntent(emulator: Emulator, session: Stripe.Checkout.Session): Stripe.PaymentIntent {
  const existing = emulator.state.paymentIntents[idOf(session.payment_intent) ?? '']
  if (existing) return existing
  const order = emulator.state.sessionOrders[session.id]
  if (!order) throw new Error(`Session ${session.id} has lost its order.`)
  const intent = buildPaymentIntent(emulator, session, order)
  emulator.state.paymentIntents[intent.id] = intent
  session.payment_intent = intent.id
  emit(emulator, 'payment_intent.created', intent)
  return intent
}

function isDestinationReady(emulator: Emulator, intent: Stripe.PaymentIntent): boolean {
  const destination = idOf(intent.transfer_data?.destination)
  const account = destination ? emulator.state.accounts[destination] : null
  return !destination || (account !== undefined && account !== null && isTransfersActive(account))
}

type Tried = Parameters<typeof buildCharge>[2]

function startCharge(emulator: Emulator, intent: Stripe.PaymentIntent, tried: Tried): Stripe.Charge {
  const charge = buildCharge(emulator, intent, tried)
  emulator.state.charges[charge.id] = { owner: null, value: charge }
  intent.latest_charge = charge.id
  intent.payment_method = charge.payment_method
  intent.last_payment_error = null
  return charge
}

function fail(
  emulator: Emulator, intent: Stripe.PaymentIntent, tried: Omit<Tried, 'status'>,
  why: { code: string; decline: string | null; message: string },
): void {
  const charge = startCharge(emulator, intent, { ...tried, status: 'failed' })
  charge.failure_code = why.code
  charge.failure_message = why.message
  intent.payment_method = null
  intent.last_payment_error = {
    type: 'card_error', code: why.code, message: why.message, charge: charge.id,
    ...(why.decline ? { decline_code: why.decline, advice_code: 'try_again_later' } : {}),
  }
  emit(emulator, 'charge.failed', charge)
  emit(emulator, 'payment_intent.payment_failed', intent)
}

function complete(emulator: Emulator, session: Stripe.Checkout.Session, buyer: Buyer, paymentStatus: Stripe.Checkout.Session.PaymentStatus): void {
  session.status = 'complete'
  session.payment_status = paymentStatus
  session.customer_details = customerDetails(buyer.email, buyer.name)
  session.url = null
  emit(emulator, 'checkout.session.completed', session)
}

function requireWaiting(emulator: Emulator, session: Stripe.Checkout.Session) {
  const intent = emulator.state.paymentIntents[idOf(session.payment_intent) ?? '']
  const charge = emulator.state.charges[idOf(intent?.latest_charge) ?? '']?.value
  if (!intent || !charge || !isWaitingForDebit(emulator, session)) {
    throw refuse(`Checkout Session ${session.id} has no bank debit that waits.`)
  }
  return { intent, charge }
}
