import type { SystemCtx } from '#platform/ctx.ts'
import { countHere } from './candidates.queries.ts'
import { countDrift, findLastComparison } from './read-runs.queries.ts'
import { sumDrift } from './read-runs.ts'
import type { KindName } from './kinds.ts'

/** What a walk that heals is likely to do. */
export interface HealingForecast {
  missing: number
  stale: number
  gone: number
  here: Record<KindName, number>
  /** When the comparison was made that says so; null when nothing was compared lately. */
  comparedAt: Date | null
}

/** What the last comparison left open, before somebody heals it. */
export async function describeHealing(ctx: Pick<SystemCtx, 'inSystem'>): Promise<HealingForecast> {
  return ctx.inSystem(async (tx) => {
    const last = await findLastComparison(tx)
    const open = last ? ((await countDrift(tx, [last.id])).get(last.id) ?? []).filter(({ state }) => state !== 'healed') : []
    return {
      missing: sumDrift(open, { standing: 'missing' }),
      stale: sumDrift(open, { standing: 'stale' }),
      gone: sumDrift(open, { standing: 'gone' }),
      here: { user: await countHere(tx, 'user'), organization: await countHere(tx, 'organization'), membership: await countHere(tx, 'membership') },
      comparedAt: last?.at ?? null,
    }
  })
}
