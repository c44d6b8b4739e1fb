import { z } from 'zod'
import { asSystem } from '#platform/db/as-system.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import { fanOut, lockNewFact } from './deliveries.queries.ts'
import type { Outbox } from './outbox.ts'

const job = z.object({ organizationId: z.uuid(), eventId: z.uuid() })

/**
 * The job behind each fact: hands it to everyone who hears it at this moment, each with a job of its own, so that one
 * who stumbles neither holds up the others nor makes them hear twice.
 */
export async function deliverEvent<Ctx extends SystemCtx>(outbox: Outbox<Ctx>, payload: unknown): Promise<void> {
  const { organizationId, eventId } = job.parse(payload)
  await asSystem(outbox.pool, async ({ tx }) => {
    const fact = await lockNewFact(tx, organizationId, eventId)
    if (!fact) return

    const subscribers = outbox.switchboard.events[fact.name] ?? []
    await fanOut(tx, organizationId, eventId, subscribers.map((subscriber) => subscriber.name))
  })
}
