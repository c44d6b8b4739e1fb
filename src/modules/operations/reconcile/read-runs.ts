import type { SystemCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { readCursor, writeCursor } from '../time-cursor.ts'
import { countDrift, findLastRecent, selectDrift, selectRuns, type DriftCount, type DriftFilter, type DriftLine } from './read-runs.queries.ts'
import type { Run } from './run.ts'
import { findRun } from './runs.queries.ts'

const runsPage = 25
const driftPage = 50

export interface RunWithCounts {
  run: Run
  drift: DriftCount[]
}

/** Which of the differences of a walk, and where the page begins. */
export interface DriftPage {
  filter: DriftFilter
  /** The last one of the page before. */
  after?: string | null
  limit?: number
}

type Ctx = Pick<SystemCtx, 'inSystem'>

/**
 * The walks, the newest first, 25 a page.
 *
 * @param cursor of the page before
 * @throws NotFound for a cursor that no page gave out
 */
export async function listRuns(ctx: Ctx, cursor: string | null): Promise<{ runs: RunWithCounts[]; nextCursor: string | null; lastLookAt: Date | null }> {
  const before = readCursor(cursor)
  return ctx.inSystem(async (tx) => {
    const found = await selectRuns(tx, before, runsPage + 1)
    const runs = found.slice(0, runsPage)
    const drift = await countDrift(tx, runs.map(({ id }) => id))
    const last = runs.at(-1)
    return {
      runs: runs.map((run) => ({ run, drift: drift.get(run.id) ?? [] })),
      nextCursor: found.length > runsPage && last ? writeCursor(last) : null,
      lastLookAt: await findLastRecent(tx),
    }
  })
}

/**
 * One walk and a page of what it found.
 *
 * @throws NotFound when there is no such walk
 */
export async function readRun(ctx: Ctx, id: string, page: DriftPage): Promise<RunWithCounts & { lines: DriftLine[]; nextAfter: string | null }> {
  return ctx.inSystem(async (tx) => {
    const run = await findRun(tx, id)
    if (!run) throw new NotFound('there is no such walk')

    const { filter, after = null, limit = driftPage } = page
    const found = await selectDrift(tx, id, filter, { after, limit: limit + 1 })
    const lines = found.slice(0, limit)
    return { run, drift: (await countDrift(tx, [id])).get(id) ?? [], lines, nextAfter: found.length > limit ? (lines.at(-1)?.id ?? null) : null }
  })
}

/** How many of these counts fit. */
export function sumDrift(counts: readonly DriftCount[], fits: Partial<Pick<DriftCount, 'kind' | 'standing' | 'state'>> = {}): number {
  return counts
    .filter((one) => (!fits.kind || one.kind === fits.kind) && (!fits.standing || one.standing === fits.standing) && (!fits.state || one.state === fits.state))
    .reduce((sum, { count }) => sum + count, 0)
}
