import type { SystemCtx, Tx } from '#platform/ctx.ts'
import { askToEmptyEvents, emptyEvents } from '#platform/inbox/empty-events.ts'
import { clearPaymentEvents, readPaymentEvents } from './payment-events.queries.ts'

/** Asks for the job below, in the transaction that takes a buyer out of the books. */
export async function askToEmptyPaymentEvents(ctx: Pick<SystemCtx, 'clock'>, tx: Tx): Promise<void> {
  await askToEmptyEvents(ctx, tx, 'empty-payment-events')
}

/**
 * The job, and each night's: takes names, addresses and cards out of what the payment provider told of buyers who are
 * gone, also out of events that nobody here hears. What is left says which payment an event was about.
 */
export async function emptyPaymentEvents(ctx: Pick<SystemCtx, 'inSystem'>): Promise<void> {
  await emptyEvents(ctx, { read: readPaymentEvents, empty: clearPaymentEvents })
}
