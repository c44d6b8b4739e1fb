import { z } from 'zod'
import type { SystemCtx, Tx } from '#platform/ctx.ts'
import type { InboxEvent, InboxHandler } from '#platform/switchboard-types.ts'
import { askToEmptyToldEvents } from './empty-told-events.ts'
import { syncUser, type GonePerson } from './sync-user.ts'
import type { UserFacts } from './user-facts.ts'

/** What the trigger on better_auth.user writes. */
const builtinUser = z.object({
  id: z.string().min(1),
  name: z.string(),
  email: z.string().nullable(),
  email_verified: z.boolean(),
  image: z.string().nullish(),
})

/** What other modules do when somebody's account is gone, in the same transaction. */
export type WhenGone = (ctx: SystemCtx, tx: Tx, person: GonePerson) => Promise<void>

/** The handler for one kind of event about people of the built-in identity. */
export function hearBuiltinUser(kind: Exclude<UserFacts['kind'], 'seen'>, whenGone?: WhenGone): InboxHandler<SystemCtx> {
  return {
    async apply(ctx, tx, event: InboxEvent) {
      const user = builtinUser.parse(event.payload)
      const { userId, isGone, email } = await syncUser(tx, {
        kind,
        provider: 'builtin',
        subject: user.id,
        name: user.name,
        email: user.email,
        isEmailVerified: user.email_verified,
        imageUrl: user.image ?? null,
        occurredAt: event.occurredAt,
        newUserId: ctx.ids.next(),
      })
      if (!isGone) return

      // Of what comes late only its own words have to go.
      if (whenGone) await whenGone(ctx, tx, { userId, at: event.occurredAt, email })
      else await askToEmptyToldEvents(ctx, tx)
    },
  }
}
