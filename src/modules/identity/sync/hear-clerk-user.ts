import { z } from 'zod'
import type { SystemCtx } from '#platform/ctx.ts'
import { log } from '#platform/log/log.ts'
import type { InboxHandler } from '#platform/switchboard-types.ts'
import { askToEmptyToldEvents } from './empty-told-events.ts'
import type { WhenGone } from './hear-builtin-user.ts'
import { syncUser } from './sync-user.ts'
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

/** The handler for one kind of event about people of Clerk. */
export function hearClerkUser(kind: Exclude<UserFacts['kind'], 'seen'>, whenGone?: WhenGone): InboxHandler<SystemCtx> {
  return {
    async apply(ctx, tx, event) {
      const facts = kind === 'deleted' ? goneFacts(event.payload) : factsOf(event.payload)
      if (!facts) return log.warn({ eventId: event.eventId }, 'Clerk told of a deleted user without an id')

      const { userId, isGone, email } = await syncUser(tx, { kind, provider: 'clerk', ...facts, occurredAt: facts.changedAt ?? event.occurredAt, newUserId: ctx.ids.next() })
      if (!isGone) return

      // Of what comes late only its own words have to go.
      if (whenGone) await whenGone(ctx, tx, { userId, at: event.occurredAt, email })
      else await askToEmptyToldEvents(ctx, tx)
    },
  }
}

interface Said extends Pick<UserFacts, 'subject' | 'name' | 'email' | 'isEmailVerified' | 'imageUrl'> {
  /** By the person's own clock: the envelope's may know whole seconds only, and two changes fit into one. */
  changedAt: Date | null
}

function goneFacts(payload: unknown): Said | null {
  const { id } = goneUser.parse(payload)
  return id ? { subject: id, name: '', email: null, isEmailVerified: false, imageUrl: null, changedAt: null } : null
}

/** The address is the one that Clerk calls the primary, never the first of the list: people keep several, and some keep none. */
function factsOf(payload: unknown): Said {
  const user = clerkUser.parse(payload)
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
