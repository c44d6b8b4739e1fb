import type Stripe from 'stripe'
import type { Emulator } from './emulator.ts'
import { newId } from './emulator.ts'
import { emit } from './events.ts'
import { post } from './ledger.ts'
import { balanceTransaction, idOf } from './move-money.ts'

/**
 * Takes money of a transfer back from the connected account.
 * @param amount minor units, at most what is left of the transfer
 */
export function reverseTransfer(
  emulator: Emulator,
  transfer: Stripe.Transfer,
  amount: number,
  options: { refundId: string | null; metadata: Record<string, string> },
): Stripe.TransferReversal {
  const { state, clock } = emulator
  const { currency } = transfer
  const account = idOf(transfer.destination) ?? ''
  const payment = state.charges[idOf(transfer.destination_payment) ?? '']?.value
  const id = newId(emulator, 'trr_')
  const reversal: Stripe.TransferReversal = {
    id, object: 'transfer_reversal', amount, created: clock.now(), currency,
    balance_transaction: balanceTransaction(emulator, null, { amount, currency, source: id, type: 'transfer_refund' }),
    destination_payment_refund: payment ? refundDestinationPayment(emulator, payment, account, amount) : null,
    metadata: options.metadata, source_refund: options.refundId, transfer: transfer.id,
  }
  state.reversals[id] = reversal
  post(state, { at: clock.now(), from: `connected:${account}`, to: 'platform', amount, currency, kind: 'transfer_reversal', source: id })

  const previous = { amount_reversed: transfer.amount_reversed, reversed: transfer.reversed }
  transfer.amount_reversed += amount
  transfer.reversed = transfer.amount_reversed === transfer.amount
  transfer.reversals.data.unshift(reversal)
  emit(emulator, 'transfer.reversed', transfer, previous)
  return reversal
}

/**
 * Gives money of an application fee back to the connected account.
 * @param amount minor units, at most what is left of the fee
 */
export function refundApplicationFee(
  emulator: Emulator,
  fee: Stripe.ApplicationFee,
  amount: number,
  metadata: Record<string, string>,
): Stripe.FeeRefund {
  const { state, clock } = emulator
  const { currency } = fee
  const account = idOf(fee.account) ?? ''
  const id = newId(emulator, 'fr_')
  const refund: Stripe.FeeRefund = {
    id, object: 'fee_refund', amount, created: clock.now(), currency, fee: fee.id, metadata,
    balance_transaction: balanceTransaction(emulator, null, { amount: -amount, currency, source: id, type: 'application_fee_refund' }),
  }
  state.feeRefunds[id] = refund
  balanceTransaction(emulator, account, { amount, currency, source: id, type: 'application_fee_refund' })
  post(state, { at: clock.now(), from: 'platform', to: `connected:${account}`, amount, currency, kind: 'application_fee_refund', source: id })

  const previous = { amount_refunded: fee.amount_refunded, refunded: fee.refunded }
  fee.amount_refunded += amount
  fee.refunded = fee.amount_refunded === fee.amount
  fee.refunds.data.unshift(refund)
  emit(emulator, 'application_fee.refunded', fee, previous)
  return refund
}

/** What is still to give back when `refunded` of `whole` is given back of a part that was `part`. */
export function proportion(part: number, refunded: number, whole: number, alreadyBack: number): number {
  // Rounded on the running total, so that a row of partial refunds ends at exactly the whole part.
  const share = Number((BigInt(part) * BigInt(refunded) * 2n + BigInt(whole)) / (BigInt(whole) * 2n))
  return Math.max(0, Math.min(part, share) - alreadyBack)
}

function refundDestinationPayment(emulator: Emulator, payment: Stripe.Charge, account: string, amount: number): string {
  const id = newId(emulator, 'pyr_')
  emulator.state.refunds[id] = {
    id, object: 'refund', amount, charge: payment.id, created: emulator.clock.now(), currency: payment.currency,
    balance_transaction: balanceTransaction(emulator, account, { amount: -amount, currency: payment.currency, source: id, type: 'payment_refund' }),
    customer: null, customer_account: null, metadata: {}, payment_intent: null, payment_method: null, reason: null,
    receipt_number: null, source_transfer_reversal: null, status: 'succeeded', transfer_reversal: null,
  }
  payment.amount_refunded += amount
  payment.refunded = payment.amount_refunded === payment.amount
  return id
}
