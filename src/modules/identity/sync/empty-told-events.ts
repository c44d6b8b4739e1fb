import type { SystemCtx, Tx } from '#platform/ctx.ts'
import { askToEmptyEvents, emptyEvents } from '#platform/inbox/empty-events.ts'
import { clearToldEvents, readToldEvents } from './told-events.queries.ts'

/** Asks for the job below, in the transaction that hears of somebody who is gone. */
export async function askToEmptyToldEvents(ctx: Pick<SystemCtx, 'clock'>, tx: Tx): Promise<void> {
  await askToEmptyEvents(ctx, tx, 'empty-told-events')
}

/**
 * The job, and each night's: takes name and address out of what the identity providers told of people who are gone.
 * What is left of such an event says that it came and what it was about, so a repeat is still a repeat. What has yet
 * to be done is left alone; it is emptied once it is.
 */
export async function emptyToldEvents(ctx: Pick<SystemCtx, 'inSystem'>): Promise<void> {
  await emptyEvents(ctx, { read: readToldEvents, empty: clearToldEvents })
}
