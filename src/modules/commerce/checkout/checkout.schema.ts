import { z } from 'zod'
import { buyingWords } from '../ui/words/buying-words.ts'

/** What a visitor types before paying. */
export const buyerForm = z.object({
  email: z
    .string()
    .trim()
    .min(1, { error: () => buyingWords().enterEmail })
    .max(254, { error: () => buyingWords().emailTooLong })
    .pipe(z.email({ error: () => buyingWords().emailShape })),
})
export type BuyerForm = z.infer<typeof buyerForm>

/** A code that a visitor types, or none. Whether there is such a coupon, only the school knows. */
export const couponTyped = z
  .string()
  .trim()
  .max(60, { error: () => buyingWords().codeTooLong })
  .transform((typed) => typed || null)
