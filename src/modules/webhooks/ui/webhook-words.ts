import type { FactName } from '../facts.schema.ts'

type Tone = 'neutral' | 'brand' | 'good' | 'warn' | 'bad'

/** What each fact means to a person. */
export const factWords: Record<FactName, { label: string; hint: string }> = {
  'order.paid': { label: 'An order was paid', hint: 'order.paid' },
  'order.refunded': { label: 'Money of an order was given back', hint: 'order.refunded' },
  'course.completed': { label: 'Somebody finished a course', hint: 'course.completed' },
}

/** How an endpoint stands. */
export const endpointWords: Record<string, { label: string; tone: Tone }> = {
  on: { label: 'On', tone: 'good' },
  trouble: { label: 'Failing', tone: 'warn' },
  off: { label: 'Off', tone: 'neutral' },
  gone: { label: 'Off: answered 410', tone: 'bad' },
  failing: { label: 'Off: failed for 5 days', tone: 'bad' },
}

/** How a delivery stands. */
export const deliveryWords: Record<string, { label: string; tone: Tone }> = {
  pending: { label: 'On its way', tone: 'warn' },
  delivered: { label: 'Delivered', tone: 'good' },
  failed: { label: 'Failed', tone: 'bad' },
  held: { label: 'Held', tone: 'neutral' },
}

/** What is known of a try. */
export interface TryFacts {
  outcome: string | null
  status: number | null
  reason?: string | null
}

const outcomes: Record<string, string> = {
  'timed-out': 'No answer within 15 seconds',
  refused: 'Not sent: this address is not on the public internet',
}

const reasons: Record<string, string> = {
  ECONNREFUSED: 'Nobody listens at this address',
  ECONNRESET: 'The receiver hung up',
  ENOTFOUND: 'There is no such host',
  EAI_AGAIN: 'The host’s name could not be looked up',
  CERT_HAS_EXPIRED: 'The receiver’s certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'The receiver’s certificate is signed by nobody else',
  SECRET_UNREADABLE: 'The secret cannot be read here any more: give the endpoint a new one',
}

/** What came of a try, in a sentence without a full stop. */
export function tryWords({ outcome, status, reason }: TryFacts): string {
  if (outcome === null) return 'Not tried yet'
  if (outcome === 'answered') return `Answered ${status}${status !== null && status >= 300 && status < 400 ? ', a redirect, which is not followed' : ''}`

  return outcomes[outcome] ?? reasons[reason ?? ''] ?? `Not reached${reason ? ` (${reason})` : ''}`
}
