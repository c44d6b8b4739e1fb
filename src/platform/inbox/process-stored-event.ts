import { z } from 'zod'
import { asSystem } from '#platform/db/as-system.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import { enqueueJob } from '#platform/jobs/enqueue-job.queries.ts'
import { log } from '#platform/log/log.ts'
import { limitsOf, type Inbox } from './inbox.ts'
import { findPendingEvent } from './inbox-events.queries.ts'
import { processInboxEvent } from './inbox-jobs.ts'
import { runEvent } from './run-event.ts'

const job = z.object({ id: z.uuid() })

/** The job behind each event: runs it unless it is done. */
export async function processStoredEvent<Ctx extends SystemCtx>(inbox: Inbox<Ctx>, payload: unknown): Promise<void> {
  const { id } = job.parse(payload)
  const event = await asSystem(inbox.pool, ({ tx }) => findPendingEvent(tx, id))
  if (!event) return

  const outcome = await runEvent(inbox, event, { by: 'queue', signal: AbortSignal.timeout(limitsOf(inbox).queueMs) })
  log.info({ provider: event.provider, eventId: event.eventId, type: event.type, outcome }, 'a queued event was run')
  // Somebody else had the row: whoever it was may still fail, so this job comes by once more.
  if (outcome === 'taken') await asSystem(inbox.pool, ({ tx }) => enqueueJob(tx, processInboxEvent, { id }, { key: id, delaySeconds: 1 }))
}
