import Stripe from 'stripe'
import { PaymentRefused, PaymentsUnavailable } from '#modules/commerce/ports.ts'

/**
 * Runs a call to Stripe and tells faults that another try may mend from those it never will.
 *
 * @throws PaymentsUnavailable for connection faults, 5xx, 429 and a key that is in use right now; PaymentRefused else
 */
export async function speakToStripe<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (fault) {
    throw translateStripeFault(fault)
  }
}

/** Whether Stripe says that it knows no such thing. */
export function isMissing(fault: unknown): boolean {
  return fault instanceof Stripe.errors.StripeError && (fault.statusCode === 404 || fault.code === 'resource_missing')
}

/** Whether Stripe answered with this code. */
export function hasCode(fault: unknown, code: string): boolean {
  return fault instanceof Stripe.errors.StripeError && fault.code === code
}

function translateStripeFault(fault: unknown): unknown {
  if (!(fault instanceof Stripe.errors.StripeError)) return fault

  const status = fault.statusCode ?? 0
  const isTransient = fault instanceof Stripe.errors.StripeConnectionError || status >= 500 || status === 429 || status === 409 || status === 0
  return isTransient ? new PaymentsUnavailable(fault) : new PaymentRefused(fault.code ?? fault.type ?? null, fault)
}

/**
 * A 4xx without an `error` in its body resolves in the SDK as if it had worked; so what must be there is looked at.
 *
 * @throws PaymentsUnavailable when the answer lacks it
 */
export function requireText(value: unknown, name: string): string {
  if (typeof value === 'string' && value !== '') return value
  throw new PaymentsUnavailable(new Error(`Stripe answered without ${name}`))
}
