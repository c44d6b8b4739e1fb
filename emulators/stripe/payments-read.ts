import type Stripe from 'stripe'
import type { Emulator } from './emulator.ts'
import { missing, refuse } from './errors.ts'
import { isInRange, listPage } from './list-page.ts'
import { balanceOf, withStatus } from './balance.ts'
import { amount, listParams, metadata, params, range, text } from './params.ts'
import { paymentMethodOf } from './payment-method.ts'
import { refundApplicationFee, reverseTransfer } from './reversals.ts'
import { route } from './route.ts'
import type { Owned } from './state.ts'

export const paymentRoutes = [
  route('GET /v1/payment_intents', listParams({ created: range.optional(), customer: text.optional() }), (emulator, { params: wanted }) => {
    const rows = Object.values(emulator.state.paymentIntents).filter((one) =>
      isInRange(one.created, wanted.created) && (!wanted.customer || one.customer === wanted.customer))
    return listPage(rows, '/v1/payment_intents', wanted)
  }),
  route('GET /v1/payment_intents/:id', params({}), (emulator, { path }) =>
    emulator.state.paymentIntents[path.id ?? ''] ?? fail('payment_intent', path.id, 'intent')),
  route('GET /v1/payment_methods/:id', params({}), (emulator, { path }) =>
    paymentMethodOf(emulator.state, path.id ?? '') ?? fail('PaymentMethod', path.id, 'payment_method')),
  route('GET /v1/charges', listParams({ created: range.optional(), customer: text.optional(), payment_intent: text.optional(), transfer_group: text.optional() }), (emulator, { params: wanted, account }) => {
    const rows = ownedBy(emulator.state.charges, account).filter((one) =>
      isInRange(one.created, wanted.created) && (!wanted.customer || one.customer === wanted.customer) &&
      (!wanted.payment_intent || one.payment_intent === wanted.payment_intent) &&
      (!wanted.transfer_group || one.transfer_group === wanted.transfer_group))
    return listPage(rows, '/v1/charges', wanted)
  }, { isPerAccount: true }),
  route('GET /v1/charges/:id', params({}), (emulator, { path, account }) =>
    ownOne(emulator.state.charges[path.id ?? ''], account) ?? fail('charge', path.id), { isPerAccount: true }),
]

export const balanceRoutes = [
  route('GET /v1/balance', params({}), (emulator, { account }) => balanceOf(emulator, account), { isPerAccount: true }),
  route('GET /v1/balance_transactions', listParams({ created: range.optional(), currency: text.optional(), source: text.optional(), type: text.optional(), payout: text.optional() }), (emulator, { params: wanted, account }) => {
    const rows = ownedBy(emulator.state.balanceTransactions, account).filter((one) =>
      isInRange(one.created, wanted.created) && (!wanted.currency || one.currency === wanted.currency) &&
      (!wanted.source || one.source === wanted.source) && (!wanted.type || one.type === wanted.type) && !wanted.payout)
    return listPage(rows.map((one) => withStatus(emulator, one)), '/v1/balance_transactions', wanted)
  }, { isPerAccount: true }),
  route('GET /v1/balance_transactions/:id', params({}), (emulator, { path, account }) => {
    const own = ownOne(emulator.state.balanceTransactions[path.id ?? ''], account)
    return own ? withStatus(emulator, own) : fail('balance transaction', path.id)
  }, { isPerAccount: true }),
]

export const transferRoutes = [
  route('GET /v1/transfers', listParams({ created: range.optional(), destination: text.optional(), transfer_group: text.optional() }), (emulator, { params: wanted }) => {
    const rows = Object.values(emulator.state.transfers).filter((one) =>
      isInRange(one.created, wanted.created) && (!wanted.destination || one.destination === wanted.destination) &&
      (!wanted.transfer_group || one.transfer_group === wanted.transfer_group))
    return listPage(rows, '/v1/transfers', wanted)
  }),
  route('GET /v1/transfers/:id', params({}), (emulator, { path }) => requireTransfer(emulator, path.id)),
  route('POST /v1/transfers/:id/reversals', params({ amount: amount.optional(), description: text.optional(), metadata: metadata.optional() }), (emulator, { path, params: given }) => {
    const transfer = requireTransfer(emulator, path.id)
    const left = transfer.amount - transfer.amount_reversed
    if (left === 0) throw refuse(`Transfer ${transfer.id} is already fully reversed.`)
    const back = given.amount ?? left
    if (back > left) throw refuse(`Amount to reverse (${back} minor units) is greater than the amount left on the transfer (${left} minor units).`, 'amount')
    if (back === 0) throw refuse('Invalid positive integer', 'amount', 'parameter_invalid_integer')
    return reverseTransfer(emulator, transfer, back, { refundId: null, metadata: given.metadata ?? {} })
  }),
  route('GET /v1/transfers/:id/reversals', listParams({}), (emulator, { path, params: wanted }) => {
    const transfer = requireTransfer(emulator, path.id)
    const rows = Object.values(emulator.state.reversals).filter((one) => one.transfer === transfer.id)
    return listPage(rows, `/v1/transfers/${transfer.id}/reversals`, wanted)
  }),
  route('GET /v1/transfers/:id/reversals/:reversal', params({}), (emulator, { path }) => {
    const reversal = emulator.state.reversals[path.reversal ?? '']
    return reversal && reversal.transfer === path.id ? reversal : fail('transfer reversal', path.reversal)
  }),
]

export const applicationFeeRoutes = [
  route('GET /v1/application_fees', listParams({ charge: text.optional(), created: range.optional() }), (emulator, { params: wanted }) => {
    const rows = Object.values(emulator.state.applicationFees).filter((one) =>
      isInRange(one.created, wanted.created) &&
      (!wanted.charge || one.charge === wanted.charge || one.originating_transaction === wanted.charge))
    return listPage(rows, '/v1/application_fees', wanted)
  }),
  route('GET /v1/application_fees/:id', params({}), (emulator, { path }) => requireFee(emulator, path.id)),
  route('POST /v1/application_fees/:id/refunds', params({ amount: amount.optional(), metadata: metadata.optional() }), (emulator, { path, params: given }) => {
    const fee = requireFee(emulator, path.id)
    const left = fee.amount - fee.amount_refunded
    const back = given.amount ?? left
    if (left === 0) throw refuse(`Application fee ${fee.id} has already been refunded.`)
    if (back === 0 || back > left) throw refuse(`Refund amount (${back} minor units) does not fit what is left of the fee (${left} minor units).`, 'amount')
    return refundApplicationFee(emulator, fee, back, given.metadata ?? {})
  }),
  route('GET /v1/application_fees/:id/refunds', listParams({}), (emulator, { path, params: wanted }) => {
    const fee = requireFee(emulator, path.id)
    return listPage(Object.values(emulator.state.feeRefunds).filter((one) => one.fee === fee.id), `/v1/application_fees/${fee.id}/refunds`, wanted)
  }),
]

function requireTransfer(emulator: Emulator, id = ''): Stripe.Transfer {
  return emulator.state.transfers[id] ?? fail('transfer', id)
}

function requireFee(emulator: Emulator, id = ''): Stripe.ApplicationFee {
  return emulator.state.applicationFees[id] ?? fail('application fee', id)
}

function ownedBy<T>(rows: Record<string, Owned<T>>, account: string | null): T[] {
  return Object.values(rows).flatMap((row) => (row.owner === account ? [row.value] : []))
}

function ownOne<T>(row: Owned<T> | undefined, account: string | null): T | null {
  return row && row.owner === account ? row.value : null
}

function fail(noun: string, id = '', param = 'id'): never {
  throw missing(noun, id, param)
}
