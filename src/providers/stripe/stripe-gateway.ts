import Stripe from 'stripe'
import type { CheckoutFacts, NewCheckout, OpenedCheckout, PaymentGateway } from '#modules/commerce/ports.ts'
import { leastAmountCents } from './least-amount-cents.ts'
import { payoutAccounts } from './payout-accounts.ts'
import { readCheckoutFacts } from './read-checkout-facts.ts'
import { readEventSubject } from './read-event-subject.ts'
import { hasCode, isMissing, requireText, speakToStripe } from './translate-stripe-fault.ts'

/** Stripe as our port: destination charges on the platform's account, the fee as an application fee. */
export function stripeGateway(stripe: Stripe): PaymentGateway {
  return {
    ...payoutAccounts(stripe),
    readEventSubject,
    leastAmountCents,
    openCheckout: (checkout) => speakToStripe(() => openCheckout(stripe, checkout)),
    readCheckout: (sessionId) => speakToStripe(() => readCheckout(stripe, sessionId)),
    readCheckoutOfPayment: (paymentId) =>
      speakToStripe(async () => {
        const sessions = await stripe.checkout.sessions.list({ payment_intent: paymentId, limit: 1 })
        const session = sessions.data[0]
        return session ? readCheckoutFacts(stripe, session) : null
      }),
    expireCheckout: (sessionId) => speakToStripe(() => expireCheckout(stripe, sessionId)),
    refund: (refund) => speakToStripe(() => giveBack(stripe, refund)),
  }
}

async function openCheckout(stripe: Stripe, checkout: NewCheckout): Promise<OpenedCheckout> {
  // Metadata does not flow from the session to the payment by itself, so both carry it.
  const metadata = { checkout_id: checkout.checkoutId, organization_id: checkout.organizationId }
  const session = await stripe.checkout.sessions.create(
    {
      mode: 'payment',
      client_reference_id: checkout.checkoutId,
      customer_email: checkout.email,
      line_items: [
        { quantity: 1, price_data: { currency: checkout.currency, unit_amount: checkout.amountCents, product_data: { name: checkout.title, ...(checkout.note ? { description: checkout.note } : {}) } } },
      ],
      metadata,
      payment_intent_data: {
        // Stripe refuses a fee of nothing.
        ...(checkout.feeCents > 0 ? { application_fee_amount: checkout.feeCents } : {}),
        transfer_data: { destination: checkout.payoutAccountId },
        metadata,
      },
      ...(checkout.closesAt ? { expires_at: Math.floor(checkout.closesAt.getTime() / 1000) } : {}),
      success_url: checkout.successUrl,
      cancel_url: checkout.cancelUrl,
    },
    { idempotencyKey: checkout.checkoutId },
  )
  return {
    sessionId: requireText(session.id, 'a session id'),
    url: requireText(session.url, 'the address of the session'),
    expiresAt: new Date(session.expires_at * 1000),
  }
}

async function readCheckout(stripe: Stripe, sessionId: string): Promise<CheckoutFacts | null> {
  try {
    const session = await stripe.checkout.sessions.retrieve(sessionId, { expand: ['payment_intent'] })
    return await readCheckoutFacts(stripe, session)
  } catch (fault) {
    if (isMissing(fault)) return null
    throw fault
  }
}

async function expireCheckout(stripe: Stripe, sessionId: string): Promise<void> {
  if (!(await isOpen(stripe, sessionId))) return

  try {
    await stripe.checkout.sessions.expire(sessionId)
  } catch (fault) {
    // Between question and call another press closed it, or it was paid.
    if (!(fault instanceof Stripe.errors.StripeInvalidRequestError) || (await isOpen(stripe, sessionId))) throw fault
  }
}

async function isOpen(stripe: Stripe, sessionId: string): Promise<boolean> {
  return (await stripe.checkout.sessions.retrieve(sessionId)).status === 'open'
}

async function giveBack(stripe: Stripe, refund: Parameters<PaymentGateway['refund']>[0]): ReturnType<PaymentGateway['refund']> {
  try {
    await stripe.refunds.create(
      {
        payment_intent: refund.paymentId,
        amount: refund.amountCents,
        reason: 'requested_by_customer',
        reverse_transfer: true,
        ...(refund.returnsFee ? { refund_application_fee: true } : {}),
        metadata: { refund_id: refund.refundId },
      },
      { idempotencyKey: refund.refundId },
    )
    return 'accepted'
  } catch (fault) {
    // Somebody was quicker, perhaps in Stripe's own dashboard: what is true then is read, not assumed.
    if (hasCode(fault, 'charge_already_refunded')) return 'nothing-left'
    throw fault
  }
}
