import type Stripe from 'stripe'
import type { CheckoutFacts, PaymentFacts, RefundFacts } from '#modules/commerce/ports.ts'
import { requireText } from './translate-stripe-fault.ts'

/** What the session says, with its payment; the charge is asked for once more, for its refunds in the same moment. */
export async function readCheckoutFacts(stripe: Stripe, session: Stripe.Checkout.Session): Promise<CheckoutFacts> {
  const intent = typeof session.payment_intent === 'string' ? await stripe.paymentIntents.retrieve(session.payment_intent) : session.payment_intent
  const chargeId = idOf(intent?.latest_charge)
  const isPaid = session.payment_status === 'paid'
  return {
    sessionId: requireText(session.id, 'a session id'),
    checkoutId: session.metadata?.checkout_id ?? null,
    organizationId: session.metadata?.organization_id ?? null,
    state: stateOf(session, intent),
    amountCents: session.amount_total ?? 0,
    currency: (session.currency ?? '').toLowerCase(),
    buyerName: session.customer_details?.name ?? null,
    payment: isPaid && intent && chargeId ? await readPayment(stripe, intent.id, chargeId) : null,
  }
}

function stateOf(session: Stripe.Checkout.Session, intent: Stripe.PaymentIntent | null): CheckoutFacts['state'] {
  if (session.status === 'expired') return 'expired'
  if (session.status !== 'complete') return 'open'
  if (session.payment_status !== 'unpaid') return 'paid'
  // Complete but unpaid is a bank debit: under way, or sent back by the bank.
  return intent?.status === 'requires_payment_method' || intent?.status === 'canceled' ? 'failed' : 'pending'
}

async function readPayment(stripe: Stripe, paymentId: string, chargeId: string): Promise<PaymentFacts> {
  const charge = await stripe.charges.retrieve(chargeId, { expand: ['balance_transaction', 'application_fee', 'refunds.data.transfer_reversal'] })
  const fee = typeof charge.application_fee === 'object' ? charge.application_fee : null
  const entry = typeof charge.balance_transaction === 'object' ? charge.balance_transaction : null
  return {
    paymentId,
    chargeId: requireText(charge.id, 'a charge id'),
    transferId: idOf(charge.transfer),
    payoutAccountId: idOf(charge.transfer_data?.destination),
    feeCents: fee?.amount ?? charge.application_fee_amount ?? 0,
    feeReturnedCents: fee?.amount_refunded ?? 0,
    processorFee: entry ? { cents: entry.fee, currency: entry.currency } : null,
    refunds: (charge.refunds?.data ?? []).map(refundFacts),
  }
}

function refundFacts(refund: Stripe.Refund): RefundFacts {
  const reversal = typeof refund.transfer_reversal === 'object' ? refund.transfer_reversal : null
  return {
    providerRefundId: refund.id,
    refundId: refund.metadata?.refund_id ?? null,
    amountCents: refund.amount,
    status: refund.status === 'succeeded' ? 'succeeded' : refund.status === 'failed' || refund.status === 'canceled' ? 'failed' : 'pending',
    transferReversedCents: reversal?.amount ?? 0,
    failure: refund.failure_reason ?? null,
    createdAt: new Date(refund.created * 1000),
  }
}

/** Stripe gives an id or the whole object, by what was expanded. */
function idOf(value: string | { id: string } | null | undefined): string | null {
  if (!value) return null
  return typeof value === 'string' ? value : value.id
}
