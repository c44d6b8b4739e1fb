import type Stripe from 'stripe'
import { z } from 'zod'
import type { Emulator } from './emulator.ts'
import { newId } from './emulator.ts'
import { missing, missingParam, refuse } from './errors.ts'
import { emit } from './events.ts'
import { post } from './ledger.ts'
import { isInRange, listPage } from './list-page.ts'
import { balanceTransaction, buyerOf, idOf } from './move-money.ts'
import { amount, flag, listParams, metadata, params, range, text } from './params.ts'
import { proportion, refundApplicationFee, reverseTransfer } from './reversals.ts'
import { route } from './route.ts'

const create = params({
  payment_intent: text.optional(),
  charge: text.optional(),
  amount: amount.optional(),
  currency: text.optional(),
  metadata: metadata.optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
  refund_application_fee: flag.optional(),
  reverse_transfer: flag.optional(),
})
const list = listParams({ charge: text.optional(), payment_intent: text.optional(), created: range.optional() })

export const refundRoutes = [
  route('POST /v1/refunds', create, (emulator, { params: given }) => createRefund(emulator, given)),
  route('GET /v1/refunds', list, (emulator, { params: wanted }) => {
    const rows = Object.values(emulator.state.refunds).filter((one) =>
      one.id.startsWith('re_') &&
      (!wanted.charge || one.charge === wanted.charge) &&
      (!wanted.payment_intent || one.payment_intent === wanted.payment_intent) &&
      isInRange(one.created, wanted.created))
    return listPage(rows, '/v1/refunds', wanted)
  }),
  route('GET /v1/refunds/:id', params({}), (emulator, { path }) => requireRefund(emulator, path.id)),
  route('POST /v1/refunds/:id', params({ metadata: metadata.optional() }), (emulator, { path, params: given }) => {
    const refund = requireRefund(emulator, path.id)
    if (!given.metadata) return refund
    const previous = { metadata: refund.metadata }
    refund.metadata = { ...refund.metadata, ...given.metadata }
    emit(emulator, 'refund.updated', refund, previous)
    return refund
  }),
]

function createRefund(emulator: Emulator, given: z.infer<typeof create>): Stripe.Refund {
  const charge = chargeToRefund(emulator, given)
  const left = charge.amount - charge.amount_refunded
  if (left === 0) throw refuse(`Charge ${charge.id} has already been refunded.`, null, 'charge_already_refunded')
  const back = given.amount ?? left
  if (back === 0) throw refuse('Invalid positive integer', 'amount', 'parameter_invalid_integer')
  if (back > left) throw refuse(`Refund amount (${back} minor units) is greater than unrefunded amount on charge (${left} minor units)`, 'amount')
  const transfer = given.reverse_transfer ? requireTransfer(emulator, charge) : null
  const fee = given.refund_application_fee ? requireFee(emulator, charge) : null

  const refund = buildRefund(emulator, charge, back, given)
  emulator.state.refunds[refund.id] = refund
  post(emulator.state, { at: emulator.clock.now(), from: 'platform', to: buyerOf(charge), amount: back, currency: charge.currency, kind: 'refund', source: refund.id })
  const previous = { amount_refunded: charge.amount_refunded, refunded: charge.refunded }
  charge.amount_refunded += back
  charge.refunded = charge.amount_refunded === charge.amount
  if (transfer) refund.transfer_reversal = reverseShare(emulator, transfer, charge, refund)
  if (fee) refundFeeShare(emulator, fee, charge)
  emit(emulator, 'refund.created', refund)
  emit(emulator, 'charge.refunded', charge, previous)
  emit(emulator, 'refund.updated', refund, { receipt_number: null })
  return refund
}

function chargeToRefund(emulator: Emulator, given: z.infer<typeof create>): Stripe.Charge {
  if (!given.charge && !given.payment_intent) {
    throw refuse('One of the following params should be provided for this request: payment_intent or charge.', 'payment_intent', 'parameter_missing')
  }
  if (given.charge && given.payment_intent) throw refuse('You may only pass one of these parameters: charge, payment_intent.', 'charge')
  if (given.charge) {
    const own = emulator.state.charges[given.charge]
    if (!own || own.owner) throw missingParam('charge', given.charge, 'charge')
    if (own.value.status !== 'succeeded') throw refuse(`Charge ${given.charge} cannot be refunded: it has not succeeded.`, 'charge')
    return own.value
  }
  const id = given.payment_intent ?? ''
  const intent = emulator.state.paymentIntents[id]
  if (!intent) throw missingParam('payment_intent', id, 'payment_intent')
  const charge = emulator.state.charges[idOf(intent.latest_charge) ?? '']?.value
  if (intent.status === 'succeeded' && charge) return charge
  throw refuse(`This PaymentIntent (${id}) does not have a successful charge to refund.`, 'payment_intent', 'payment_intent_unexpected_state')
}

function requireTransfer(emulator: Emulator, charge: Stripe.Charge): Stripe.Transfer {
  const transfer = emulator.state.transfers[idOf(charge.transfer) ?? '']
  if (!transfer) throw refuse(`Cannot reverse transfer on charge ${charge.id} because it does not have an associated transfer.`, 'reverse_transfer')
  return transfer
}

function requireFee(emulator: Emulator, charge: Stripe.Charge): Stripe.ApplicationFee {
  const fee = emulator.state.applicationFees[idOf(charge.application_fee) ?? '']
  if (!fee) throw refuse(`Charge ${charge.id} has no application fee to refund.`, 'refund_application_fee')
  return fee
}

function buildRefund(emulator: Emulator, charge: Stripe.Charge, back: number, given: z.infer<typeof create>): Stripe.Refund {
  const id = newId(emulator, 're_')
  const isCard = charge.payment_method_details?.type === 'card'
  return {
    id, object: 'refund', amount: back, charge: charge.id, created: emulator.clock.now(), currency: charge.currency,
    balance_transaction: balanceTransaction(emulator, null, { amount: -back, currency: charge.currency, source: id, type: isCard ? 'refund' : 'payment_refund' }),
    customer: null, customer_account: null,
    destination_details: isCard ? { card: { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' }, type: 'card' } : { type: charge.payment_method_details?.type ?? 'card' },
    metadata: given.metadata ?? {}, payment_intent: idOf(charge.payment_intent), payment_method: charge.payment_method,
    reason: given.reason ?? null, receipt_number: null, source_transfer_reversal: null, status: 'succeeded', transfer_reversal: null,
  }
}

function reverseShare(emulator: Emulator, transfer: Stripe.Transfer, charge: Stripe.Charge, refund: Stripe.Refund): string | null {
  const share = proportion(transfer.amount, charge.amount_refunded, charge.amount, transfer.amount_reversed)
  return share > 0 ? reverseTransfer(emulator, transfer, share, { refundId: refund.id, metadata: {} }).id : null
}

function refundFeeShare(emulator: Emulator, fee: Stripe.ApplicationFee, charge: Stripe.Charge): void {
  const share = proportion(fee.amount, charge.amount_refunded, charge.amount, fee.amount_refunded)
  if (share > 0) refundApplicationFee(emulator, fee, share, {})
}

function requireRefund(emulator: Emulator, id = ''): Stripe.Refund {
  const refund = emulator.state.refunds[id]
  if (!refund) throw missing('refund', id, 'id')
  return refund
}
