/** How an enrolment came to be. */
export type EnrolmentSource = 'order' | 'free' | 'invitation'

/** What was heard of one order of the course. */
export interface HeardOrder {
  orderId: string
  paidAt: Date | null
  refundedAt: Date | null
}

/** The enrolment as it stands, or null before there is one. */
export interface StandingEnrolment {
  source: EnrolmentSource
  status: 'active' | 'ended'
  orderId: string | null
}

export type NextStanding =
  | { kind: 'unchanged' }
  /** Access begins, or goes on under another order. */
  | { kind: 'open'; orderId: string }
  | { kind: 'end' }

/**
 * What an enrolment becomes after the orders that were heard so far, in whichever order they were heard: access lasts
 * while one of them is paid and not refunded. What was given without an order is not taken by a refund.
 */
export function nextStanding(enrolment: StandingEnrolment | null, orders: readonly HeardOrder[]): NextStanding {
  const holding = orders.filter(({ paidAt, refundedAt }) => paidAt !== null && refundedAt === null)
  const holder = holding.toSorted((one, other) => one.orderId.localeCompare(other.orderId))[0]
  const isActive = enrolment?.status === 'active'
  if (isActive && enrolment.source !== 'order') return { kind: 'unchanged' }
  if (isActive && holding.some(({ orderId }) => orderId === enrolment.orderId)) return { kind: 'unchanged' }
  if (holder) return { kind: 'open', orderId: holder.orderId }
  return isActive ? { kind: 'end' } : { kind: 'unchanged' }
}
