import { IdentityUnavailable } from '#modules/identity/index.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { log } from '#platform/log/log.ts'
import type { Directory } from '../ports.ts'
import { markDrift } from './drift.queries.ts'
import { endGone } from './gone.ts'
import { healListed, type HealCtx } from './heal.ts'
import { kinds, type Kind } from './kinds.ts'
import { selectOpenDrift, type DriftLine } from './read-runs.queries.ts'
import { reasons } from './reasons.ts'
import { noteFailure } from './step.ts'

/** More at once is what a walk with healing is for. */
export const healAtOnceMax = 50

/** A walk may try one call for a minute; somebody waits for this page. */
const healForMs = 30_000

/**
 * Heals some of what a walk found. The provider is asked for each by its id first, so what is done fits what is so now
 * and not what was so then: nothing is ended that is there again, and nothing is made that is gone.
 *
 * Where the provider does not answer in time, what is left says so in its line and may be chosen again.
 *
 * @param chosen `by` is the operator, for the log; `waitMs` how long the provider is waited for, in all
 * @returns how many agree now
 * @throws NotFound where accounts live here
 */
export async function healDrift(ctx: Pick<SystemCtx, 'clock' | 'ids' | 'inSystem'> & { directory: Directory | null }, runId: string, chosen: { ids: readonly string[]; by: string; waitMs?: number }): Promise<number> {
  const { directory } = ctx
  const { ids, by, waitMs = healForMs } = chosen
  if (!directory) throw new NotFound('there is no provider to compare with')

  const signal = AbortSignal.timeout(waitMs)
  const healing: HealCtx = { ...ctx, directory, signal }
  const lines = await ctx.inSystem((tx) => selectOpenDrift(tx, runId, ids.slice(0, healAtOnceMax)))
  let healed = 0
  for (const [index, line] of lines.entries()) {
    try {
      healed += (await healLine(healing, runId, line)) ? 1 : 0
    } catch (fault) {
      if (!(fault instanceof IdentityUnavailable) && !signal.aborted) throw fault
      log.warn({ err: fault, run: runId }, 'the identity provider did not answer an operator who heals')
      await noteUnanswered(ctx, runId, lines.slice(index))
      break
    }
  }
  log.info({ by, run: runId, asked: lines.length, healed }, 'differences were healed by an operator')
  return healed
}

async function noteUnanswered(ctx: Pick<SystemCtx, 'inSystem'>, runId: string, lines: readonly DriftLine[]): Promise<void> {
  await ctx.inSystem(async (tx) => {
    for (const { kind, subject } of lines) await markDrift(tx, runId, { kind, subject }, { state: 'failed', note: reasons.askAgain })
  })
}

function healLine(ctx: HealCtx, runId: string, line: DriftLine): Promise<boolean> {
  if (line.kind === 'user') return healOne(ctx, runId, kinds.user, line)
  return line.kind === 'organization' ? healOne(ctx, runId, kinds.organization, line) : healOne(ctx, runId, kinds.membership, line)
}

async function healOne<Row>(ctx: HealCtx, runId: string, kind: Kind<Row>, line: DriftLine): Promise<boolean> {
  const named = { kind: kind.kind, subject: line.subject }
  try {
    const row = await kind.find(ctx.directory, line, ctx.signal)
    if (!row) {
      // What was missing and is gone meanwhile is no difference any more; what is here and gone there ends.
      await endGone(ctx, runId, kind, line)
      return true
    }
    const note = await healListed(ctx, kind, row)
    await ctx.inSystem((tx) => markDrift(tx, runId, named, { state: note === null ? 'healed' : 'failed', note }))
    return note === null
  } catch (fault) {
    await noteFailure(ctx, runId, named, fault)
    return false
  }
}
