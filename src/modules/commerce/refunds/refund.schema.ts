import { z } from 'zod'
import { moneyWords } from '../ui/words/money-words.ts'

/** What is asked before a refund. */
export const refundForm = z.object({ reason: z.string().trim().max(200, { error: () => moneyWords().atMost200 }).default('') })
