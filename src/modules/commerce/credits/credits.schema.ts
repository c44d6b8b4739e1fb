import { z } from 'zod'
import { moneyWords } from '../ui/words/money-words.ts'

const atOnceMax = 10_000

/** What is asked when credits are given. */
export const creditsForm = z.object({
  amount: z
    .string()
    .trim()
    .regex(/^\d{1,6}$/, { error: () => moneyWords().wholeNumber })
    .transform(Number)
    .pipe(z.number().min(1, { error: () => moneyWords().atLeastOne }).max(atOnceMax, { error: () => moneyWords().atMostThousands })),
  reason: z.string().trim().min(1, { error: () => moneyWords().sayWhy }).max(200, { error: () => moneyWords().atMost200 }),
  /** Made with the page, so that pressing twice gives once. */
  requestKey: z.uuid({ error: () => moneyWords().openAnew }),
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
