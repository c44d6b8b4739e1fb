import { z } from 'zod'
import type { UserFacts } from './user-facts.ts'

const text = z.string().nullish()

/** The `data` of Clerk's `user.created` and `user.updated`: what we keep of a person. */
const clerkUser = z.object({
  id: z.string().min(1),
  first_name: text,
  last_name: text,
  username: text,
  image_url: text,
  primary_email_address_id: text,
  updated_at: z.number().nullish(),
  email_addresses: z
    .array(z.object({ id: text, email_address: z.string(), verification: z.object({ status: text }).nullish() }))
    .nullish(),
})

/** Of who is gone Clerk promises not even the id. */
const goneUser = z.object({ id: text })

/** What Clerk says of a person, in our words. */
export interface ClerkFacts extends Pick<UserFacts, 'subject' | 'name' | 'email' | 'isEmailVerified' | 'imageUrl'> {
  /** By the person's own clock: the envelope's may know whole seconds only, and two changes fit into one. */
  changedAt: Date | null
}

/** @throws ZodError when it is no person of Clerk's */
export function parseClerkUser(payload: unknown): ClerkFacts {
  return factsOf(clerkUser.parse(payload))
}

/** @returns null when it is no person of Clerk's */
export function clerkFactsOf(payload: unknown): ClerkFacts | null {
  const { data } = clerkUser.safeParse(payload)
  return data ? factsOf(data) : null
}

/** @returns null when Clerk does not say who is gone */
export function parseGoneUser(payload: unknown): ClerkFacts | null {
  const { id } = goneUser.parse(payload)
  return id ? { subject: id, name: '', email: null, isEmailVerified: false, imageUrl: null, changedAt: null } : null
}

/** The address is the one that Clerk calls the primary, never the first of the list: people keep several, and some keep none. */
function factsOf(user: z.infer<typeof clerkUser>): ClerkFacts {
  const primary = user.primary_email_address_id ? user.email_addresses?.find(({ id }) => id === user.primary_email_address_id) : undefined
  return {
    subject: user.id,
    name: [user.first_name, user.last_name].filter(Boolean).join(' ').trim() || (user.username ?? ''),
    email: primary?.email_address.trim() || null,
    isEmailVerified: primary?.verification?.status === 'verified',
    imageUrl: user.image_url || null,
    changedAt: user.updated_at ? new Date(user.updated_at) : null,
  }
}
