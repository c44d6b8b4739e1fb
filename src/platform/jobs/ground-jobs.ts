import type { Pool } from 'pg'
import type { SystemCtx } from '#platform/ctx.ts'
import { deliverEvent } from '#platform/events/deliver-event.ts'
import { hearEvent } from '#platform/events/hear-event.ts'
import { processStoredEvent } from '#platform/inbox/process-stored-event.ts'
import { log } from '#platform/log/log.ts'
import type { JobHandler, Switchboard } from '#platform/switchboard-types.ts'
import { forgetOldEvents, usualRetention, type Retention } from './forget-old-events.ts'
import { sweepLostJobs } from './sweep.queries.ts'

/** Each minute lost jobs are looked for; each night old rows go. */
export const groundCron = ['* * * * * sweep-lost-jobs', '17 3 * * * forget-old-events']

/** The jobs that every installation has, whatever its modules. */
export function groundJobs<Ctx extends SystemCtx>(ground: { ctx: Ctx; pool: Pool; switchboard: Switchboard<Ctx>; retention?: Retention }): Record<string, JobHandler<Ctx>> {
  return {
    'process-inbox-event': (_, payload) => processStoredEvent(ground, payload),
    'deliver-event': (_, payload) => deliverEvent(ground, payload),
    'hear-event': (_, payload) => hearEvent(ground, payload),
    'sweep-lost-jobs': async (ctx) => {
      const found = await ctx.inSystem(sweepLostJobs)
      if (found.events + found.facts + found.deliveries > 0) log.warn(found, 'jobs were late or lost and are asked for again')
    },
    'forget-old-events': async (ctx) => {
      log.info(await forgetOldEvents(ctx, ground.retention ?? usualRetention), 'old events were forgotten')
    },
  }
}
