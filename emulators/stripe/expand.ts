import { accountV1View } from './account-v1-view.ts'
import { refuse } from './errors.ts'
import { paymentMethodOf } from './payment-method.ts'
import type { StripeState } from './state.ts'

/**
 * Puts whole objects where ids stand, along paths such as `payment_intent.latest_charge` or
 * `data.transfer`; and `line_items` into
 * a session and `refunds` into a charge, which have them only when asked.
 * @returns a copy; what is kept stays as it is
 * @throws StripeFault 400 when a path leads to nothing that can be expanded
 */
export function expandAll(state: StripeState, answer: unknown, paths: readonly string[]): unknown {
  const copy = structuredClone(answer)
  for (const path of paths) {
    if (path.split('.').length > 4) throw refuse('You cannot expand more than 4 levels of a property.', 'expand')
    expandPath(state, copy, path.split('.'), path)
  }
  return copy
}

function expandPath(state: StripeState, node: unknown, keys: readonly string[], path: string): void {
  const [key, ...rest] = keys
  if (key === undefined || node === null || typeof node !== 'object') return
  if (Array.isArray(node)) {
    for (const one of node) expandPath(state, one, keys, path)
    return
  }
  // Read as a dictionary: expansion is by name, whatever the object is.
  const object = node as Record<string, unknown>
  if (key === 'line_items' && object.object === 'checkout.session') {
    object.line_items ??= lineItemList(state, String(object.id))
  }
  if (key === 'refunds' && object.object === 'charge') {
    object.refunds ??= refundList(state, String(object.id))
  }
  if (!(key in object)) throw refuse(`This property cannot be expanded (${path}).`, 'expand')

  const value = object[key]
  if (typeof value === 'string') {
    const found = findById(state, value)
    if (!found) throw refuse(`This property cannot be expanded (${path}).`, 'expand')
    object[key] = structuredClone(found)
  }
  expandPath(state, object[key], rest, path)
}

/** The line items of a session as a list object. */
export function lineItemList(state: StripeState, sessionId: string) {
  return { object: 'list', data: structuredClone(state.lineItems[sessionId] ?? []), has_more: false, url: `/v1/checkout/sessions/${sessionId}/line_items` }
}

/** The refunds of a charge: since 2022 a charge has them only when they are expanded. */
function refundList(state: StripeState, chargeId: string) {
  const data = Object.values(state.refunds).filter((one) => one.charge === chargeId).reverse()
  return { object: 'list', data: structuredClone(data), has_more: false, url: `/v1/charges/${chargeId}/refunds` }
}

function findById(state: StripeState, id: string): unknown {
  switch (id.slice(0, id.indexOf('_') + 1)) {
    case 'pi_': return state.paymentIntents[id]
    case 'ch_': case 'py_': return state.charges[id]?.value
    case 're_': case 'pyr_': return state.refunds[id]
    case 'tr_': return state.transfers[id]
    case 'trr_': return state.reversals[id]
    case 'fee_': return state.applicationFees[id]
    case 'fr_': return state.feeRefunds[id]
    case 'txn_': return state.balanceTransactions[id]?.value
    case 'cs_': return state.sessions[id]
    case 'pm_': return paymentMethodOf(state, id)
    case 'acct_': {
      const account = state.accounts[id]
      return account ? accountV1View(account) : null
    }
    default: return null
  }
}
