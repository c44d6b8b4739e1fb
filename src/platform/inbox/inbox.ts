import type { Pool } from 'pg'
import type { SystemCtx } from '#platform/ctx.ts'
import { attemptsMax } from '#platform/jobs/retry-schedule.ts'
import type { Switchboard } from '#platform/switchboard-types.ts'

/** What the inbox works with: the handlers, their context, and the system's connections. */
export interface Inbox<Ctx extends SystemCtx> {
  ctx: Ctx
  /** The pool of the `system` login: the inbox cancels its own statements, so it needs the connections themselves. */
  pool: Pool
  /** Connections on which several statements travel at once, for events that come in crowds; `pool` where there are none. */
  intakePool?: Pool | null
  switchboard: Pick<Switchboard<Ctx>, 'inbox'>
  /** The queue outside that takes over what is late, as the log calls it; without one it is the queue in the database. */
  outsideQueue?: string | null
  /** Other limits than the usual ones. */
  limits?: Partial<InboxLimits>
}

/** How much, how long, how often. */
export interface InboxLimits {
  bodyBytesMax: number
  /** How old, or how far ahead, a signature may be. */
  signatureSecondsMax: number
  /** After this the sender gets its answer, and the handler is cancelled and left to the queue. */
  fastPathMs: number
  /** After this a handler in the queue is cancelled and counted as failed. */
  queueMs: number
  attemptsMax: number
}

const usualLimits: InboxLimits = {
  bodyBytesMax: 1024 ** 2,
  signatureSecondsMax: 300,
  fastPathMs: 500,
  queueMs: 60_000,
  attemptsMax,
}

export function limitsOf<Ctx extends SystemCtx>(inbox: Inbox<Ctx>): InboxLimits {
  return { ...usualLimits, ...inbox.limits }
}
