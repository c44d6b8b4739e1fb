import { z } from 'zod'

/** What is asked before a refund. */
export const refundForm = z.object({ reason: z.string().trim().max(200, 'Use at most 200 characters.').default('') })
