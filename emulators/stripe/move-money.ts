import type Stripe from 'stripe'
import { buildDestinationPayment } from './build-destination-payment.ts'
import type { Emulator } from './emulator.ts'
import { newId } from './emulator.ts'
import { emit } from './events.ts'
import { post, processingFee } from './ledger.ts'

const AVAILABLE_AFTER_SECONDS = 2 * 24 * 3600

/** The account in the ledger that pays a charge. */
export function buyerOf(charge: Stripe.Charge): string {
  return `buyer:${charge.billing_details.email ?? 'unknown'}`
}

/** The id in a field that may hold the whole object; what is kept here never does. */
export function idOf(field: string | { id: string } | null | undefined): string | null {
  return typeof field === 'object' ? (field?.id ?? null) : (field ?? null)
}

/**
 * Books a charge that succeeded: the money, Stripe's fee, then for a destination charge the
 * transfer of the whole amount and the application fee back to the platform.
 * The events tell it as Stripe does: the charge first without its balance transaction, then updated.
 */
export function bookCharge(emulator: Emulator, charge: Stripe.Charge): void {
  const { state, clock } = emulator
  const at = clock.now()
  const fee = processingFee(charge.amount)
  const { amount, currency, id: source } = charge
  post(state, { at, from: buyerOf(charge), to: 'platform', amount, currency, kind: 'charge', source })
  post(state, { at, from: 'platform', to: 'processor', amount: fee, currency, kind: 'processing_fee', source })

  charge.balance_transaction = balanceTransaction(emulator, null, {
    amount, currency, source, type: charge.id.startsWith('py_') ? 'payment' : 'charge', fee,
    feeDetails: [{ amount: fee, application: null, currency, description: 'Stripe processing fees', type: 'stripe_fee' }],
  })
  const destination = idOf(charge.transfer_data?.destination)
  if (destination) transferToDestination(emulator, charge, destination)
  emit(emulator, 'charge.updated', charge, {
    balance_transaction: null,
    ...(charge.application_fee ? { application_fee: null } : {}),
    ...(charge.transfer ? { transfer: null } : {}),
  })
}

function transferToDestination(emulator: Emulator, charge: Stripe.Charge, destination: string): void {
  const { state, clock } = emulator
  const { currency } = charge
  const amount = charge.transfer_data?.amount ?? charge.amount
  const id = newId(emulator, 'tr_')
  const payment = buildDestinationPayment(emulator, charge, { id, amount, destination })
  const transfer: Stripe.Transfer = {
    id, object: 'transfer', amount, amount_reversed: 0, created: clock.now(), currency, description: null, destination,
    balance_transaction: balanceTransaction(emulator, null, { amount: -amount, currency, source: id, type: 'transfer' }),
    destination_payment: payment.id, livemode: false, metadata: {}, reversed: false,
    reversals: { object: 'list', data: [], has_more: false, url: `/v1/transfers/${id}/reversals` },
    source_transaction: charge.id, source_type: 'card', transfer_group: charge.transfer_group,
  }
  state.transfers[id] = transfer
  state.charges[payment.id] = { owner: destination, value: payment }
  charge.transfer = id
  post(state, { at: clock.now(), from: 'platform', to: `connected:${destination}`, amount, currency, kind: 'transfer', source: id })
  emit(emulator, 'transfer.created', transfer)

  const fee = charge.application_fee_amount ?? 0
  if (fee > 0) takeApplicationFee(emulator, charge, payment, fee)
  payment.balance_transaction = balanceTransaction(emulator, destination, {
    amount, currency, source: payment.id, type: 'payment', fee,
    feeDetails: fee > 0 ? [{ amount: fee, application: 'ca_emulator', currency, description: 'Application fee', type: 'application_fee' }] : [],
  })
}

function takeApplicationFee(emulator: Emulator, charge: Stripe.Charge, payment: Stripe.Charge, amount: number): void {
  const { state, clock } = emulator
  const account = state.charges[payment.id]?.owner ?? ''
  const id = newId(emulator, 'fee_')
  const { currency } = charge
  const fee: Stripe.ApplicationFee = {
    id, object: 'application_fee', account, amount, amount_refunded: 0, application: 'ca_emulator',
    balance_transaction: balanceTransaction(emulator, null, { amount, currency, source: id, type: 'application_fee' }),
    charge: payment.id, created: clock.now(), currency, fee_source: { charge: payment.id, type: 'charge' },
    livemode: false, originating_transaction: charge.id, refunded: false,
    refunds: { object: 'list', data: [], has_more: false, url: `/v1/application_fees/${id}/refunds` },
  }
  state.applicationFees[id] = fee
  charge.application_fee = id
  payment.application_fee = id
  payment.application_fee_amount = amount
  post(state, { at: clock.now(), from: `connected:${account}`, to: 'platform', amount, currency, kind: 'application_fee', source: id })
  emit(emulator, 'application_fee.created', fee)
}

/**
 * Writes a line of somebody's Stripe balance.
 * @param owner a connected account, or null for the platform
 * @param line `amount` is signed, in minor units; `fee` is taken off it
 * @returns the line's id
 */
export function balanceTransaction(
  emulator: Emulator,
  owner: string | null,
  line: { amount: number; currency: string; source: string; type: Stripe.BalanceTransaction.Type; fee?: number; feeDetails?: Stripe.BalanceTransaction.FeeDetail[] },
): string {
  const id = newId(emulator, 'txn_')
  const fee = line.fee ?? 0
  emulator.state.balanceTransactions[id] = {
    owner,
    value: {
      id, object: 'balance_transaction', amount: line.amount, available_on: emulator.clock.now() + AVAILABLE_AFTER_SECONDS,
      balance_type: 'payments', created: emulator.clock.now(), currency: line.currency, description: null, exchange_rate: null,
      fee, fee_details: line.feeDetails ?? [], net: line.amount - fee, reporting_category: categoryOf(line.type),
      source: line.source, status: 'pending', type: line.type,
    },
  }
  return id
}

function categoryOf(type: string): string {
  const known: Record<string, string> = {
    payment: 'charge', payment_refund: 'refund', application_fee: 'platform_earning',
    application_fee_refund: 'platform_earning_refund', transfer_refund: 'transfer_reversal',
  }
  return known[type] ?? type
}
