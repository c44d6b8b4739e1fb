import type { Pool } from 'pg'
import type { SystemCtx } from '#platform/ctx.ts'
import type { Switchboard } from '#platform/switchboard-types.ts'

/** What delivery works with: the subscribers, their context, and the system's connections. */
export interface Outbox<Ctx extends SystemCtx> {
  ctx: Ctx
  pool: Pool
  switchboard: Pick<Switchboard<Ctx>, 'events'>
}
