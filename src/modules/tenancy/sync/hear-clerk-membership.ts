import type { SystemCtx } from '#platform/ctx.ts'
import type { InboxHandler } from '#platform/switchboard-types.ts'
import { clerkMembership } from './clerk-payloads.schema.ts'
import { syncMembership, type MembershipFacts } from './sync-membership.ts'

/** The handler for one kind of event about memberships of Clerk's. What has ended still says when it was last changed, so the time of an end is the event's. */
export function hearClerkMembership(kind: MembershipFacts['kind']): InboxHandler<SystemCtx> {
  return {
    async apply(ctx, tx, event) {
      const said = clerkMembership.parse(event.payload)
      await syncMembership(ctx, tx, {
        kind,
        clerkId: said.id,
        at: kind === 'deleted' ? event.occurredAt : (said.updated_at ?? event.occurredAt),
        madeAt: said.created_at ?? null,
        organization: said.organization.id,
        createdBy: said.organization.created_by ?? null,
        user: said.public_user_data?.user_id ?? null,
        role: said.role,
      })
    },
  }
}
