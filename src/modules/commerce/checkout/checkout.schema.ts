import { z } from 'zod'

/** What a visitor types before paying. */
export const buyerForm = z.object({
  email: z
    .string()
    .trim()
    .min(1, 'Enter your e-mail address.')
    .max(254, 'This address is too long.')
    .pipe(z.email('Enter an e-mail address, like name@example.com.')),
})
export type BuyerForm = z.infer<typeof buyerForm>

/** A code that a visitor types, or none. Whether there is such a coupon, only the school knows. */
export const couponTyped = z
  .string()
  .trim()
  .max(60, 'This is too long for a coupon. Please type the code alone.')
  .transform((typed) => typed || null)
