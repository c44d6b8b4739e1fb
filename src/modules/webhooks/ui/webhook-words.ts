import type { FactName } from '../facts.schema.ts'
import { webhookPageWords } from './words/webhook-page-words.ts'

type Tone = 'neutral' | 'brand' | 'good' | 'warn' | 'bad'

/** What each fact means to a person, with its name for programs. */
export function factWords(): Record<FactName, { label: string; hint: string }> {
  const words = webhookPageWords()
  const named = (hint: FactName, label: string) => ({ label, hint })
  return {
    'order.paid': named('order.paid', words.orderPaid),
    'order.refunded': named('order.refunded', words.orderRefunded),
    'course.completed': named('course.completed', words.courseFinished),
  }
}

/** How an endpoint stands. */
export const endpointWords = (): Record<string, { label: string; tone: Tone }> => ({
  on: { label: webhookPageWords().on, tone: 'good' },
  trouble: { label: webhookPageWords().failing, tone: 'warn' },
  off: { label: webhookPageWords().off, tone: 'neutral' },
  gone: { label: webhookPageWords().off410, tone: 'bad' },
  failing: { label: webhookPageWords().off5Days, tone: 'bad' },
})

/** How a delivery stands. */
export const deliveryWords = (): Record<string, { label: string; tone: Tone }> => ({
  pending: { label: webhookPageWords().onItsWay, tone: 'warn' },
  delivered: { label: webhookPageWords().delivered, tone: 'good' },
  failed: { label: webhookPageWords().failed, tone: 'bad' },
  held: { label: webhookPageWords().held, tone: 'neutral' },
})

/** What is known of a try. */
export interface TryFacts {
  outcome: string | null
  status: number | null
  reason?: string | null
}

const outcomes = (): Record<string, string> => ({
  'timed-out': webhookPageWords().noAnswer15,
  refused: webhookPageWords().notPublic,
})

const reasons = (): Record<string, string> => ({
  ECONNREFUSED: webhookPageWords().nobodyListens,
  ECONNRESET: webhookPageWords().hungUp,
  ENOTFOUND: webhookPageWords().noHost,
  EAI_AGAIN: webhookPageWords().notLookedUp,
  CERT_HAS_EXPIRED: webhookPageWords().certExpired,
  DEPTH_ZERO_SELF_SIGNED_CERT: webhookPageWords().certSelf,
  SECRET_UNREADABLE: webhookPageWords().secretUnreadable,
})

/** What came of a try, in a sentence without a full stop. */
export function tryWords({ outcome, status, reason }: TryFacts): string {
  const words = webhookPageWords()
  if (outcome === null) return words.notTried
  if (outcome === 'answered') return words.answeredWith(status)

  return outcomes()[outcome] ?? reasons()[reason ?? ''] ?? words.notReached(reason ? ` (${reason})` : '')
}
