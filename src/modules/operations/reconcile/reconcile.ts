import { IdentityUnavailable } from '#modules/identity/index.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import type { DirectSource } from '#platform/db/direct-connection.ts'
import { tryHoldLock } from '#platform/db/hold-lock.queries.ts'
import { log } from '#platform/log/log.ts'
import type { Directory } from '../ports.ts'
import type { HealCtx } from './heal.ts'
import { reasons } from './reasons.ts'
import { firstPhase, type Run, type RunMode, type RunStarter } from './run.ts'
import { breakOff, countUsersHere, findBrokenOff, findLastLook, findRun, findRunning, forgetSeen, insertRun, insertSeen, reopenRun, saveRun } from './runs.queries.ts'
import { afterStep, walkPhase, type Step } from './walk.ts'

export type ReconcileCtx = SystemCtx & { directory: Directory | null; config: DirectSource }

/** What is wished for. */
export interface Wish {
  mode: RunMode
  /** Whether what is found is healed too. */
  isApplied: boolean
  startedBy: RunStarter
  /** Whether more may be ended than looks right. */
  mayEndMany?: boolean
}

/** How long to work, and who listens. */
export interface WorkOptions {
  signal?: AbortSignal
  /** Leaves off after this time; the walk is gone on with by its id. */
  forMs?: number
  /** Hears of each step. */
  say?: (run: Run) => void
}

/** How work on a walk ended. `left` is a walk that stopped before its end and can be gone on with. */
export type Outcome = { kind: 'nothing-to-walk' } | { kind: 'busy' } | { kind: 'done' | 'left' | 'failed'; run: Run }

const lockName = 'reconcile'
/** A walk of the worker's is a chain of jobs: between two of them nobody holds the lock, and it is still at work. */
const chainGapMs = 60_000
/** Older than this, what a walk saw says too little of now to go on with it. */
const lostAfterMs = 24 * 3_600_000
/** How far back the recent ones overlap with the walk before. */
const overlapMs = 3_600_000
const firstLookMs = 25 * 3_600_000

/**
 * Walks through the identity provider's directory and brings what is here in line with it. A walk that broke off is
 * gone on with; two at once there are none.
 */
export async function reconcile(ctx: ReconcileCtx, wish: Wish, options: WorkOptions = {}): Promise<Outcome> {
  const { directory } = ctx
  if (!directory) return { kind: 'nothing-to-walk' }

  return alone(ctx, async (lost) => {
    const run = await beginRun(ctx, wish)
    return run ? work(ctx, directory, run, withSignal(options, lost)) : { kind: 'busy' }
  })
}

/** Goes on with a walk that was begun, such as by `queueRun`; what is over stays so. */
export async function continueRun(ctx: ReconcileCtx, runId: string, options: WorkOptions = {}): Promise<Outcome> {
  const { directory } = ctx
  if (!directory) return { kind: 'nothing-to-walk' }

  return alone(ctx, async (lost) => {
    const run = await ctx.inSystem((tx) => findRun(tx, runId))
    return run?.state === 'running' ? work(ctx, directory, run, withSignal(options, lost)) : { kind: 'busy' }
  })
}

/** Begins a walk that somebody else will do. @returns its id; null while another one is at work */
export async function queueRun(ctx: SystemCtx, wish: Wish): Promise<string | null> {
  return ctx.inSystem(async (tx) => {
    if (await findRunning(tx)) return null
    const id = ctx.ids.next()
    await insertRun(tx, { ...wish, id, mayEndMany: wish.mayEndMany ?? false, phase: firstPhase(wish.mode), since: null })
    return id
  })
}

async function alone(ctx: ReconcileCtx, deed: (lost: AbortSignal) => Promise<Outcome>): Promise<Outcome> {
  const lock = await tryHoldLock(ctx.config, lockName)
  if (!lock) return { kind: 'busy' }
  try {
    return await deed(lock.signal)
  } finally {
    await lock.release()
  }
}

function withSignal(options: WorkOptions, lost: AbortSignal): WorkOptions & { signal: AbortSignal } {
  return { ...options, signal: options.signal ? AbortSignal.any([options.signal, lost]) : lost }
}

/** We hold the lock, so a walk that still runs has lost its process, unless it is between two jobs. */
async function beginRun(ctx: ReconcileCtx, wish: Wish): Promise<Run | null> {
  const mayEndMany = wish.mayEndMany ?? false
  return ctx.inSystem(async (tx) => {
    const running = await findRunning(tx)
    if (running && running.startedBy !== 'command') {
      const now = ctx.clock.now().getTime()
      if (now - running.updatedAt.getTime() < chainGapMs) return null
      // The worker was away for longer: somebody waits for this walk, so the clock goes on with it before one of its own.
      if (wish.startedBy === 'clock' && now - running.createdAt.getTime() < lostAfterMs) return running
    }
    if (running) await breakOff(tx, running.id, reasons.lostProcess)

    // The recent ones are few and are asked for anew; a long walk goes on where it was.
    const broken = wish.mode === 'recent' ? null : await findBrokenOff(tx, wish.mode, wish.isApplied)
    const id = broken?.id ?? ctx.ids.next()
    if (broken) {
      await reopenRun(tx, id, mayEndMany)
    } else {
      const last = await findLastLook(tx)
      const since = new Date(last ? last.at.getTime() - overlapMs : ctx.clock.now().getTime() - firstLookMs)
      await insertRun(tx, { ...wish, id, mayEndMany, phase: firstPhase(wish.mode), since: wish.mode === 'recent' ? since : null })
    }
    return findRun(tx, id)
  })
}

async function work(ctx: ReconcileCtx, directory: Directory, begun: Run, options: WorkOptions & { signal: AbortSignal }): Promise<Outcome> {
  const healing: HealCtx = { ...ctx, directory, signal: options.signal }
  const endsAt = performance.now() + (options.forMs ?? Number.POSITIVE_INFINITY)
  const callsBefore = directory.callsSent() - begun.callsSent
  let run = begun
  try {
    for await (const step of steps(healing, () => run)) {
      options.signal.throwIfAborted()
      const next = { ...afterStep(run, step), callsSent: directory.callsSent() - callsBefore }
      run = await keep(healing, run, next.state === 'done' ? await closing(healing, next) : next, step.seen)
      options.say?.(run)
      if (performance.now() > endsAt) break
    }
    return { kind: run.state === 'running' ? 'left' : 'done', run }
  } catch (fault) {
    return giveUp(ctx, run, fault, options.signal)
  }
}

/** All steps of a walk, phase by phase, from where the run stands at each moment. */
async function* steps(ctx: HealCtx, now: () => Run): AsyncGenerator<Step> {
  while (now().state === 'running') {
    const { phase } = now()
    for await (const step of walkPhase(ctx, now())) {
      yield step
      if (now().phase !== phase || now().state !== 'running') break
    }
  }
}

/** A page counts as walked in the transaction that says so, and only for the one who walked it. */
async function keep(ctx: HealCtx, run: Run, next: Run, seen: { kind: string; subjects: string[] } | null): Promise<Run> {
  await ctx.inSystem(async (tx) => {
    if (seen) await insertSeen(tx, run.id, seen.kind, seen.subjects)
    if (next.state === 'done') await forgetSeen(tx, run.id)
    if (!(await saveRun(tx, next, run.step))) throw new Error('somebody else has gone on with this walk')
  })
  return { ...next, step: run.step + 1, updatedAt: ctx.clock.now() }
}

/** What difference in number is left when everybody was looked at: the next look at the counts leaves it alone. */
async function closing(ctx: HealCtx, run: Run): Promise<Run> {
  if (!run.hasWalkedUsers || !run.isApplied) return run

  const there = await ctx.directory.countUsers(ctx.signal)
  const here = await ctx.inSystem(countUsersHere)
  return { ...run, usersExcess: here - there }
}

/** What was walked and healed so far stays; what is only here is left alone, as nobody knows whether it is. */
async function giveUp(ctx: ReconcileCtx, run: Run, fault: unknown, signal: AbortSignal): Promise<Outcome> {
  const isStopped = signal.aborted
  const reason = isStopped ? reasons.stopped : fault instanceof IdentityUnavailable ? reasons.unanswered : reasons.unknown
  if (!isStopped) log.warn({ err: fault, run: run.id, phase: run.phase }, 'a walk through the directory broke off')
  await ctx.inSystem((tx) => breakOff(tx, run.id, reason)).catch((lost: unknown) => log.warn({ err: lost }, 'that a walk broke off could not be written'))
  return { kind: 'failed', run: { ...run, state: 'failed', fault: reason } }
}
