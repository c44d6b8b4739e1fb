import type Stripe from 'stripe'
import { buildLineItems, buildSession } from './build-session.ts'
import { isTransfersActive } from './account-capabilities.ts'
import type { SessionCreate } from './checkout-params.ts'
import { sessionCreate, sessionList } from './checkout-params.ts'
import type { Emulator } from './emulator.ts'
import { missing, missingParam, refuse } from './errors.ts'
import { emit } from './events.ts'
import { isInRange, listPage } from './list-page.ts'
import { listParams, params } from './params.ts'
import { route } from './route.ts'
import type { SessionOrder } from './state.ts'

const SMALLEST: Record<string, number> = { gbp: 30, jpy: 50, chf: 50, usd: 50, eur: 50, cad: 50, aud: 50, dkk: 250, nok: 300, sek: 300, pln: 200, czk: 1500, mxn: 1000 }

export const checkoutSessionRoutes = [
  route('POST /v1/checkout/sessions', sessionCreate, (emulator, { params: given }) => createSession(emulator, given)),
  route('GET /v1/checkout/sessions', sessionList, (emulator, { params: wanted }) => {
    const rows = Object.values(emulator.state.sessions).filter((one) =>
      (!wanted.status || one.status === wanted.status) &&
      (!wanted.customer || one.customer === wanted.customer) &&
      (!wanted.payment_intent || one.payment_intent === wanted.payment_intent) &&
      (!wanted.customer_details || one.customer_details?.email === wanted.customer_details.email) &&
      isInRange(one.created, wanted.created))
    return listPage(rows, '/v1/checkout/sessions', wanted)
  }),
  route('GET /v1/checkout/sessions/:id', params({}), (emulator, { path }) => requireSession(emulator, path.id)),
  route('GET /v1/checkout/sessions/:id/line_items', listParams({}), (emulator, { path, params: wanted }) => {
    const session = requireSession(emulator, path.id)
    const rows = [...(emulator.state.lineItems[session.id] ?? [])].reverse()
    return listPage(rows, `/v1/checkout/sessions/${session.id}/line_items`, wanted)
  }),
  route('POST /v1/checkout/sessions/:id/expire', params({}), (emulator, { path }) => {
    const session = requireSession(emulator, path.id)
    if (session.status !== 'open') {
      throw refuse(`Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.status}.`)
    }
    return expireSession(emulator, session)
  }),
]

/** @throws StripeFault 404 */
export function requireSession(emulator: Emulator, id = ''): Stripe.Checkout.Session {
  const session = emulator.state.sessions[id]
  if (!session) throw missing('checkout.session', id, 'session')
  return session
}

/** Closes an open session that nobody paid. */
export function expireSession(emulator: Emulator, session: Stripe.Checkout.Session): Stripe.Checkout.Session {
  session.status = 'expired'
  session.url = null
  emit(emulator, 'checkout.session.expired', session)
  return session
}

/** Closes every open session whose time has come. */
export function expireDueSessions(emulator: Emulator): void {
  for (const session of Object.values(emulator.state.sessions)) {
    if (session.status === 'open' && session.expires_at <= emulator.clock.now()) expireSession(emulator, session)
  }
}

function createSession(emulator: Emulator, given: SessionCreate): Stripe.Checkout.Session {
  if (given.mode !== 'payment') throw refuse(`This emulator covers mode=payment, not mode=${given.mode}.`, 'mode')
  if (given.customer) throw missingParam('customer', given.customer, 'customer')
  const currency = oneCurrency(given)
  const total = given.line_items.reduce((sum, item) => sum + item.price_data.unit_amount * item.quantity, 0)
  refuseAmount(total, currency)
  refuseExpiry(emulator, given.expires_at)
  refuseDestination(emulator, given, total)

  const session = buildSession(emulator, given, currency, total)
  emulator.state.sessions[session.id] = session
  emulator.state.lineItems[session.id] = buildLineItems(emulator, given, currency)
  emulator.state.sessionOrders[session.id] = orderOf(given.payment_intent_data ?? {})
  return session
}

/** What the payment will need once somebody pays. */
function orderOf(order: NonNullable<SessionCreate['payment_intent_data']>): SessionOrder {
  return {
    applicationFeeAmount: order.application_fee_amount ?? null,
    destination: order.transfer_data?.destination ?? null,
    transferAmount: order.transfer_data?.amount ?? null,
    metadata: order.metadata ?? {}, description: order.description ?? null,
    receiptEmail: order.receipt_email ?? null, transferGroup: order.transfer_group ?? null,
    statementDescriptorSuffix: order.statement_descriptor_suffix ?? null,
    onBehalfOf: order.on_behalf_of ?? null, draftEmail: null,
  }
}

function oneCurrency(given: SessionCreate): string {
  const [first, ...others] = [...new Set(given.line_items.map((item) => item.price_data.currency))]
  if (!first) throw refuse('Missing required param: line_items.', 'line_items', 'parameter_missing')
  if (others.length > 0) throw refuse('All prices on a Checkout Session must be expressed in the same currency.', 'line_items')
  if (given.currency && given.currency !== first) throw refuse(`The prices are in ${first}, not in ${given.currency}.`, 'currency')
  return first
}

function refuseAmount(total: number, currency: string): void {
  if (total > 99_999_999) throw refuse('The total amount due must be no more than 99999999 minor units.', 'line_items', 'amount_too_large')
  const smallest = SMALLEST[currency] ?? 50
  if (total > 0 && total < smallest) {
    throw refuse(`The Checkout Session's total amount due must add up to at least ${smallest} minor units of ${currency}.`, 'line_items', 'amount_too_small')
  }
}

function refuseExpiry(emulator: Emulator, expiresAt: number | undefined): void {
  if (expiresAt === undefined) return
  const seconds = expiresAt - emulator.clock.now()
  // A minute of grace below, because the caller's clock may run a little behind.
  if (seconds < 30 * 60 - 60) throw refuse('The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.', 'expires_at')
  if (seconds > 24 * 3600 + 60) throw refuse('The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.', 'expires_at')
}

function refuseDestination(emulator: Emulator, given: SessionCreate, total: number): void {
  const order = given.payment_intent_data
  const fee = order?.application_fee_amount
  const transfer = order?.transfer_data
  if (fee !== undefined && fee > total) {
    throw refuse('The application fee cannot be greater than the total amount of the payment.', 'payment_intent_data[application_fee_amount]')
  }
  if (fee !== undefined && !transfer) {
    throw refuse('Can only apply an application_fee_amount when the payment_intent is attempting a direct payment (using an OAuth key or Stripe-Account header) or destination payment (using `transfer_data[destination]`).', 'payment_intent_data[application_fee_amount]')
  }
  if (!transfer) return
  if (transfer.amount !== undefined && fee !== undefined) {
    throw refuse('You may not provide both application_fee_amount and transfer_data[amount].', 'payment_intent_data[transfer_data][amount]')
  }
  if (transfer.amount !== undefined && transfer.amount > total) {
    throw refuse('The transfer amount cannot be greater than the total amount of the payment.', 'payment_intent_data[transfer_data][amount]')
  }
  const account = emulator.state.accounts[transfer.destination]
  if (!account || account.closed) {
    throw refuse(`No such destination: '${transfer.destination}'`, 'payment_intent_data[transfer_data][destination]', 'resource_missing')
  }
  if (isTransfersActive(account)) return
  throw refuse('Your destination account needs to have at least one of the following capabilities enabled: transfers, crypto_transfers, legacy_payments', 'payment_intent_data[transfer_data][destination]', 'insufficient_capabilities_for_transfer')
}
