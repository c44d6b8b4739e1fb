import { z } from 'zod'
import type { SystemCtx } from '#platform/ctx.ts'
import { enqueueJob } from '#platform/jobs/enqueue-job.queries.ts'
import { continueRun, queueRun, reconcile, type Outcome, type ReconcileCtx, type Wish } from './reconcile.ts'
import { findRun, forgetOldRuns } from './runs.queries.ts'

/** The name under which the worker goes on with a walk. */
const continueJob = 'continue-reconcile'
/** A worker that is stopped is given ten seconds for its jobs: a long walk is a chain of short ones. */
const sliceMs = 5000
const lockedSeconds = 5

const named = z.object({ runId: z.uuid() })

/** Each five minutes: who changed lately, every organization and membership, and everybody when the counts differ. */
export async function reconcileRecent(ctx: ReconcileCtx): Promise<void> {
  await goOn(ctx, await reconcile(ctx, { mode: 'recent', isApplied: true, startedBy: 'clock' }, { forMs: sliceMs }))
}

/** Each night: everything, and what is to be forgotten of earlier walks. */
export async function reconcileAll(ctx: ReconcileCtx): Promise<void> {
  await ctx.inSystem(forgetOldRuns)
  await goOn(ctx, await reconcile(ctx, { mode: 'full', isApplied: true, startedBy: 'clock' }, { forMs: sliceMs }))
}

/** Goes on with a walk for a while, and asks for the next while. */
export async function continueReconcile(ctx: ReconcileCtx, payload: unknown): Promise<void> {
  const { runId } = named.parse(payload)
  const outcome = await continueRun(ctx, runId, { forMs: sliceMs })
  // Somebody else looked whether the walk was at work in this very moment: the chain must not end with that.
  const isLocked = outcome.kind === 'busy' && (await ctx.inSystem((tx) => findRun(tx, runId)))?.state === 'running'
  if (isLocked) await askFor(ctx, runId, lockedSeconds)
  else await goOn(ctx, outcome)
}

/** Lets the worker do a walk. @returns its id; null while another one is at work */
export async function startRun(ctx: SystemCtx, wish: Pick<Wish, 'isApplied' | 'mayEndMany'>): Promise<string | null> {
  const runId = await queueRun(ctx, { ...wish, mode: 'full', startedBy: 'operator' })
  if (runId) await askFor(ctx, runId)
  return runId
}

async function goOn(ctx: ReconcileCtx, outcome: Outcome): Promise<void> {
  if (outcome.kind === 'left') await askFor(ctx, outcome.run.id)
}

async function askFor(ctx: SystemCtx, runId: string, delaySeconds = 0): Promise<void> {
  await ctx.inSystem((tx) => enqueueJob(tx, continueJob, { runId }, { key: `reconcile:${runId}`, delaySeconds }))
}
