import type { Faults } from '../core/faults.ts'
import type { IdSource } from '../core/ids.ts'

/** An event as it was sent, with what was filled in. */
export type InngestEvent = { id: string; name: string; data: Record<string, unknown>; ts: number; v?: string | undefined; user?: unknown; meta?: unknown }

/** A function that an application registered. */
export type RegisteredFunction = {
  /** With the application's id in front, as in the query of its address. */
  id: string
  name: string
  url: string
  events: { name: string; expression?: string | undefined }[]
  crons: string[]
  /** Tries after the first. */
  retries: number
}

export type StepResult = { type: 'data'; data: unknown } | { type: 'error'; error: unknown }

/** One function at work on one event, over as many calls as it takes. */
export type Run = {
  id: string
  functionId: string
  event: InngestEvent
  status: 'scheduled' | 'running' | 'completed' | 'failed' | 'lost'
  steps: Record<string, StepResult>
  /** Ids of finished steps, in the order they finished. */
  stack: string[]
  /** Steps that were planned beside each other and are not finished: meanwhile nothing new is run on the way. */
  open: string[]
  calls: CallRecord[]
  output: unknown
  error: unknown
}

/** One call of a function, as it ended. */
export type CallRecord = { at: number; step: string | null; attempt: number; status: number | null; note: string | null }

/** A call that is to be made. */
export type PlannedCall = {
  runId: string
  step: string | null
  attempt: number
  dueMs: number
  /** The sleep that is over then. */
  wakes?: string
}

export type InngestState = {
  ids: IdSource
  functions: Map<string, RegisteredFunction>
  /** All that came, and when: an id that comes again within a day starts nothing. */
  events: { event: InngestEvent; receivedMs: number; isRepeat: boolean }[]
  seen: Map<string, number>
  runs: Map<string, Run>
  planned: PlannedCall[]
  faults: Faults
}

export function emptyState(seed: string): InngestState {
  return { ids: { seed, count: 0 }, functions: new Map(), events: [], seen: new Map(), runs: new Map(), planned: [], faults: { webhooks: [], api: [] } }
}
