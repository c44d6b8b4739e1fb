import type { SystemCtx } from '#platform/ctx.ts'
import { log } from '#platform/log/log.ts'
import type { InboxEvent, InboxHandler } from '#platform/switchboard-types.ts'
import { clerkOrganization, goneOrganization } from './clerk-payloads.schema.ts'
import { syncOrganization, type OrganizationFacts } from './sync-organization.ts'

/** The handler for one kind of event about organizations of Clerk's. */
export function hearClerkOrganization(kind: OrganizationFacts['kind']): InboxHandler<SystemCtx> {
  return {
    async apply(ctx, tx, event) {
      const facts = kind === 'deleted' ? goneFacts(event) : factsOf(kind, event)
      if (!facts) return log.warn({ eventId: event.eventId }, 'Clerk told of a deleted organization without an id')

      await syncOrganization(ctx, tx, facts)
    },
  }
}

function factsOf(kind: 'created' | 'updated', event: InboxEvent): OrganizationFacts {
  const said = clerkOrganization.parse(event.payload)
  return {
    kind,
    clerkId: said.id,
    at: said.updated_at ?? event.occurredAt,
    name: said.name,
    slug: said.slug ?? '',
    createdBy: said.created_by ?? null,
    madeAt: said.created_at ?? null,
  }
}

function goneFacts(event: InboxEvent): OrganizationFacts | null {
  const { id } = goneOrganization.parse(event.payload)
  return id ? { kind: 'deleted', clerkId: id, at: event.occurredAt, name: '', slug: '', createdBy: null, madeAt: null } : null
}
