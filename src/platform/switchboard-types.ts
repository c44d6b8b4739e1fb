import type { SystemCtx } from './ctx.ts'
import type { Ask, BoundStatement, PreparedStatement } from './db/prepared.ts'
import type { Tx } from './db/transaction.ts'

/** A fact from outside, as the inbox stored it. */
export interface InboxEvent {
  id: string
  provider: string
  eventId: string
  type: string
  payload: unknown
  occurredAt: Date
  attempts: number
}

/**
 * What is done with one type of outside event. `prepare` may ask the provider over the network and runs outside of
 * any transaction, until the signal says that its time is over; `apply` runs in the same transaction as the
 * completion, so its effect happens exactly once. Either may throw `DependencyNotReady`.
 */
export interface InboxHandler<Ctx extends SystemCtx = SystemCtx> {
  prepare?(ctx: Ctx, event: InboxEvent, signal?: AbortSignal): Promise<unknown>
  apply(ctx: Ctx, tx: Tx, event: InboxEvent, prepared: unknown): Promise<void>
  /** For those that need no `prepare` and come in crowds; the types of one family share it. */
  together?: TakeTogether<Ctx>
}

/** Looks at several events at once, before anything is asked of the database. */
export type TakeTogether<Ctx extends SystemCtx = SystemCtx> = (ctx: Ctx, events: readonly InboxEvent[]) => Crowd

/**
 * What is done with several events in one transaction with their completion. It comes to what their handlers' `apply`
 * would do with one after the other.
 */
export interface Crowd {
  /** The names of the locks that `apply` would take. */
  keys: string[]
  /** The dependencies that come: who waits for them is woken. */
  brings: string[]
  /** What all of it comes to if nothing is out of the ordinary; not given where that is not to be expected. */
  usually?: UsualEffect | null
  /** Asks, once the locks are held, what has to be known of all of them, in one question. */
  look(ask: Ask): Promise<Judge>
}

/**
 * The effect that a crowd most likely has, as a part of a single statement: it takes what is ordinary and leaves
 * everything else untouched. Made by `usualStatement`.
 */
export interface UsualEffect {
  statement: PreparedStatement
  /** What its own part of the statement is bound to. */
  values: unknown[]
}

/**
 * What is to be done with the events of a crowd.
 *
 * @param fresh the ids of those that did not come before
 * @returns what is to be written, and the ids of events that are left to the other `apply`, one by one, because they are
 * out of the ordinary
 */
export type Judge = (fresh: ReadonlySet<string>) => { writes: BoundStatement[]; left: string[] }

/** A fact of a school, as the outbox delivers it. */
export interface DeliveredEvent {
  id: string
  organizationId: string
  name: string
  payload: unknown
  occurredAt: Date
}

/** Who hears a fact. `hear` runs in the transaction that marks the delivery as done: exactly once for each pair. */
export interface Subscriber<Ctx extends SystemCtx = SystemCtx> {
  name: string
  hear(ctx: Ctx, tx: Tx, event: DeliveredEvent): Promise<void>
}

/** What the worker does for a job's name. Jobs may run twice: a job is a shell around an idempotent use case. */
export type JobHandler<Ctx extends SystemCtx = SystemCtx> = (ctx: Ctx, payload: unknown) => Promise<void>

/** Everything that leads from a name to a use case. */
export interface Switchboard<Ctx extends SystemCtx = SystemCtx> {
  /** Provider → type → handler. A type without a handler is stored and completed without effect. */
  inbox: Record<string, Record<string, InboxHandler<Ctx>>>
  /** Fact → who hears it. */
  events: Record<string, Subscriber<Ctx>[]>
  /** Task → what is done. */
  jobs: Record<string, JobHandler<Ctx>>
  /** Lines of a crontab, UTC: `minute hour day month weekday task`. */
  cron: string[]
}
