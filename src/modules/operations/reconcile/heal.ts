import type { Comparison } from '#modules/identity/index.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import { DependencyNotReady } from '#platform/inbox/dependency-not-ready.ts'
import type { Directory, ListedMembership } from '../ports.ts'
import { kinds, type Kind } from './kinds.ts'
import { reasons } from './reasons.ts'

/** What healing works with; the signal ends what is asked of the provider. */
export type HealCtx = Pick<SystemCtx, 'clock' | 'ids' | 'inSystem'> & { directory: Directory; signal?: AbortSignal }

/**
 * Brings one thing up to what the provider says of it, by the use case of its events. Compared again in the same
 * transaction: what is still different then is not called healed.
 *
 * @param found what was different, before the provider was asked for `row`
 * @returns null when it agrees now, else what stands in the way
 */
export async function heal<Row>(ctx: HealCtx, kind: Kind<Row>, row: Row, found: Comparison): Promise<string | null> {
  try {
    return await write(ctx, kind, row, found)
  } catch (fault) {
    if (!(fault instanceof DependencyNotReady)) throw fault

    // Its person or its organization came after their own lists were read.
    await bringSides(ctx, row as ListedMembership)
    return write(ctx, kind, row, found)
  }
}

function write<Row>(ctx: HealCtx, kind: Kind<Row>, row: Row, found: Comparison): Promise<string | null> {
  return ctx.inSystem(async (tx) => {
    if (found.buriedAt && !(await kind.lift(tx, row, found.buriedAt))) return reasons.endedMeanwhile

    await kind.write(ctx, tx, row)
    const [now] = await kind.compare(tx, [row])
    return now?.standing === 'same' ? null : reasons.inTheWay
  })
}

async function bringSides(ctx: HealCtx, { organization, user }: ListedMembership): Promise<void> {
  if (user) await bring(ctx, kinds.user, user)
  await bring(ctx, kinds.organization, organization)
}

/**
 * Fetches one thing by its id and brings it here, or up to date, or back from an end that was told of wrongly.
 *
 * @returns the row as the provider has it; null when the provider knows none
 */
export async function bring<Row>(ctx: HealCtx, kind: Kind<Row>, subject: string): Promise<Row | null> {
  const row = await kind.find(ctx.directory, { subject, about: null }, ctx.signal)
  if (row) await healListed(ctx, kind, row)
  return row
}

/** Compares what the provider said a moment ago, and heals what is different. @returns as `heal` */
export async function healListed<Row>(ctx: HealCtx, kind: Kind<Row>, row: Row): Promise<string | null> {
  const [found] = await ctx.inSystem((tx) => kind.compare(tx, [row]))
  if (!found || found.standing === 'same') return null

  const sure = await confirm(ctx, kind, row, found)
  return sure ? heal(ctx, kind, sure, found) : null
}

/**
 * What the provider says of a thing that ended here: asked after that end became known, so that its answer is the later
 * word. A list may be older than an event that came while it was read.
 *
 * @returns null when the provider has it no more
 */
export async function confirm<Row>(ctx: HealCtx, kind: Kind<Row>, row: Row, found: Comparison): Promise<Row | null> {
  return found.buriedAt ? kind.find(ctx.directory, kind.nameOf(row), ctx.signal) : row
}
