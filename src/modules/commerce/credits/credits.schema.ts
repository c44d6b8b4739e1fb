import { z } from 'zod'

const atOnceMax = 10_000

/** What is asked when credits are given. */
export const creditsForm = z.object({
  amount: z
    .string()
    .trim()
    .regex(/^\d{1,6}$/, 'Give a whole number, such as 20.')
    .transform(Number)
    .pipe(z.number().min(1, 'Give at least one credit.').max(atOnceMax, 'Give at most 10,000 at once.')),
  reason: z.string().trim().min(1, 'Say why: the person reads it.').max(200, 'Use at most 200 characters.'),
  /** Made with the page, so that pressing twice gives once. */
  requestKey: z.uuid('Please open this page anew and try again.'),
})

/** One entry of somebody's credits. */
export interface CreditLine {
  transactionId: string
  /** ISO 8601. */
  postedAt: string
  kind: 'credits-given' | 'credits-taken-back'
  reason: string
  amount: number
  isTakenBack: boolean
}

/** How many credits somebody holds in a school, and why: the sum of the lines, newest first. */
export interface Credits {
  balance: number
  lines: CreditLine[]
}
