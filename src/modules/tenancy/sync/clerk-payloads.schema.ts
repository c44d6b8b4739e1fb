import { z } from 'zod'

/** Milliseconds since 1970, as Clerk writes its objects' times. */
const moment = z.number().transform((milliseconds) => new Date(milliseconds)).nullish()

/** What is read of an organization of Clerk's. */
export const clerkOrganization = z.object({
  id: z.string().min(1),
  name: z.string(),
  slug: z.string().nullish(),
  created_by: z.string().nullish(),
  created_at: moment,
  updated_at: moment,
})

/** Of an organization that is gone Clerk promises not even the id. */
export const goneOrganization = z.object({ id: z.string().min(1).nullish() })

/** What is read of a membership; it comes whole also when it has ended. */
export const clerkMembership = z.object({
  id: z.string().min(1),
  role: z.string(),
  organization: z.object({ id: z.string().min(1), created_by: z.string().nullish() }),
  public_user_data: z.object({ user_id: z.string().nullish() }).nullish(),
  created_at: moment,
  updated_at: moment,
})
