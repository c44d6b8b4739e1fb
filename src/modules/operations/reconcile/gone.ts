import { log } from '#platform/log/log.ts'
import { countHere, listCandidates } from './candidates.queries.ts'
import { holdGone, insertDrift, listOpenGone, markDrift } from './drift.queries.ts'
import type { HealCtx } from './heal.ts'
import type { Kind, Named } from './kinds.ts'
import type { Position, Run } from './run.ts'
import { reasons } from './reasons.ts'
import { comparePage, noteFailure } from './step.ts'

const batch = 100
/** More than these many and this share at once is not what happens at a provider, but what a wrong key looks like. */
const endsMin = 20
const endsShare = 0.1

/**
 * Looks for what is only here, one batch a call, and then ends it, if the run heals. Each is asked for by its id, and
 * only the provider's word that there is no such thing makes it one that should be gone.
 *
 * @returns where to go on, and how many were ended; null as position when all is done
 */
export async function lookForGone<Row>(ctx: HealCtx, run: Run, kind: Kind<Row>): Promise<{ position: Position | null; ended: number }> {
  if (run.position.isCollected) return endBatch(ctx, run, kind)

  const candidates = await ctx.inSystem((tx) => listCandidates(tx, { runId: run.id, kind: kind.kind, after: run.position.after ?? '', limit: batch }))
  const gone = await collectGone(ctx, run, kind, candidates)
  await ctx.inSystem((tx) => insertDrift(tx, run.id, ctx.ids, gone.map((named) => ({ ...named, kind: kind.kind, standing: 'gone', differences: [] }))))
  const last = candidates.at(-1)
  if (last && candidates.length === batch) return { position: { after: last.subject }, ended: 0 }
  return { position: run.isApplied ? { isCollected: true } : null, ended: 0 }
}

/** Who is there after all was passed over by the lists, and is compared like the others. */
async function collectGone<Row>(ctx: HealCtx, run: Run, kind: Kind<Row>, candidates: readonly Named[]): Promise<Named[]> {
  const gone: Named[] = []
  for (const named of candidates) {
    const row = await kind.find(ctx.directory, named, ctx.signal)
    if (row) await comparePage(ctx, run, kind, [row])
    else gone.push(named)
  }
  return gone
}

async function endBatch<Row>(ctx: HealCtx, run: Run, kind: Kind<Row>): Promise<{ position: Position | null; ended: number }> {
  const found = await ctx.inSystem((tx) => listOpenGone(tx, run.id, kind.kind, batch))
  if (!run.position.after && (await isTooMany(ctx, run, kind))) return { position: null, ended: 0 }

  let ended = 0
  for (const named of found) ended += (await endOne(ctx, run.id, kind, named)) ? 1 : 0
  return { position: found.length === batch ? { isCollected: true, after: found.at(-1)?.subject ?? '' } : null, ended }
}

/** One that cannot be ended is kept with the reason and stops no other. */
async function endOne<Row>(ctx: HealCtx, runId: string, kind: Kind<Row>, named: Named): Promise<boolean> {
  try {
    await endGone(ctx, runId, kind, named)
    return true
  } catch (fault) {
    await noteFailure(ctx, runId, { kind: kind.kind, subject: named.subject }, fault)
    return false
  }
}

/** Ends what the provider has no more, as its own word of that end would have done. */
export async function endGone<Row>(ctx: HealCtx, runId: string, kind: Kind<Row>, named: Named): Promise<void> {
  await ctx.inSystem(async (tx) => {
    await kind.end(ctx, tx, named, ctx.clock.now())
    await markDrift(tx, runId, { kind: kind.kind, subject: named.subject }, { state: 'healed', note: null })
  })
}

/** Ends stay open where they look like a mistake: the keys of another instance, or one that was emptied by accident. */
async function isTooMany<Row>(ctx: HealCtx, run: Run, kind: Kind<Row>): Promise<boolean> {
  if (run.mayEndMany) return false

  return ctx.inSystem(async (tx) => {
    const here = await countHere(tx, kind.kind)
    const gone = (await listOpenGone(tx, run.id, kind.kind, Math.max(endsMin, Math.floor(here * endsShare)) + 1)).length
    if (gone <= endsMin || gone <= here * endsShare) return false

    const held = await holdGone(tx, run.id, kind.kind, reasons.tooMany)
    log.warn({ run: run.id, kind: kind.kind, held, here }, 'so many should be gone that none is ended: look at them first')
    return true
  })
}
