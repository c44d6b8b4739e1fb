import type { TenantCtx } from '#platform/ctx.ts'
import { noteReceivedBytes } from '../files.queries.ts'

/** Writes down how much of an upload has come, which also keeps it from being cleared away as abandoned. */
export async function noteReceived(ctx: TenantCtx, input: { fileId: string; receivedBytes: number }): Promise<void> {
  await ctx.inTenant(({ tx }) => noteReceivedBytes(tx, input.fileId, input.receivedBytes))
}
