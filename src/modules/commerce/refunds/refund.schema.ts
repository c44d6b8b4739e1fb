import { z } from 'zod'

/** What is asked before a refund. */
export const refundForm = z.object({ reason: z.string().trim().max(200).catch('').default('') })
