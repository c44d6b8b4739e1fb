import type { SystemCtx } from '#platform/ctx.ts'
import { replayEvents } from './replay-events.ts'

/**
 * Lets an event that was given up, or that still waits, be tried from the beginning, now. What is completed stays
 * completed: its effect is there, and once is enough.
 *
 * @param id of the row in `webhook_events`
 * @returns whether there was anything to try again
 */
export async function replayEvent(ctx: Pick<SystemCtx, 'inSystem'>, id: string): Promise<boolean> {
  return (await replayEvents(ctx, [id])) === 1
}
