import { IdentityUnavailable, type Comparison } from '#modules/identity/index.ts'
import { DatabaseUnavailable } from '#platform/db/database-faults.ts'
import { log } from '#platform/log/log.ts'
import { insertDrift, markDrift, markHealed, type Found } from './drift.queries.ts'
import { confirm, heal, type HealCtx } from './heal.ts'
import type { Kind, KindName } from './kinds.ts'
import { maskDifference } from './mask-difference.ts'
import { reasons } from './reasons.ts'
import type { Run } from './run.ts'

/** How many are written in one transaction: few enough that nobody else waits long for one of them. */
const together = 50

/** Something of a page that differs, with what the provider says of it. */
interface Different<Row> {
  row: Row
  comparison: Comparison
}

/**
 * Compares a page with what is here, keeps what differs, and heals it where the run does. Done twice, as after a kill,
 * it comes to the same.
 *
 * @returns how many were healed
 */
export async function comparePage<Row>(ctx: HealCtx, run: Run, kind: Kind<Row>, rows: readonly Row[]): Promise<number> {
  const different = await findDifferent(ctx, kind, rows)
  await ctx.inSystem((tx) => insertDrift(tx, run.id, ctx.ids, different.map(({ row, comparison }) => foundOf(kind, row, comparison))))
  if (!run.isApplied) return 0

  let healed = 0
  const size = kind.hold ? together : 1
  for (let start = 0; start < different.length; start += size) healed += await healSome(ctx, run.id, kind, different.slice(start, start + size))
  return healed
}

/** Several in one transaction; when one of them cannot be written, each in its own. */
async function healSome<Row>(ctx: HealCtx, runId: string, kind: Kind<Row>, some: readonly Different<Row>[]): Promise<number> {
  ctx.signal?.throwIfAborted()
  if (some.length > 1) {
    const healed = await healTogether(ctx, runId, kind, some).catch((fault: unknown) => {
      log.debug({ err: fault }, 'some differences could not be healed together')
      return null
    })
    if (healed !== null) return healed
  }
  let healed = 0
  for (const one of some) healed += (await healFound(ctx, runId, kind, one)) ? 1 : 0
  return healed
}

/** @throws when one of them does not come to agree: then nothing of it stays */
async function healTogether<Row>(ctx: HealCtx, runId: string, kind: Kind<Row>, some: readonly Different<Row>[]): Promise<number> {
  const rows = some.map(({ row }) => row)
  return ctx.inSystem(async (tx) => {
    await kind.hold?.(tx, rows)
    for (const { row, comparison } of some) {
      if (comparison.buriedAt && !(await kind.lift(tx, row, comparison.buriedAt))) throw new Error('one ended here meanwhile')
      await kind.write(ctx, tx, row)
    }
    if ((await kind.compare(tx, rows)).some(({ standing }) => standing !== 'same')) throw new Error('one does not agree yet')
    await markHealed(tx, runId, kind.kind, some.map(({ comparison }) => comparison.subject))
    return some.length
  })
}

/** What ended here is asked for once more: a list may be older than an end, and only then it is no difference. */
async function findDifferent<Row>(ctx: HealCtx, kind: Kind<Row>, rows: readonly Row[]): Promise<Different<Row>[]> {
  const compared = await ctx.inSystem((tx) => kind.compare(tx, rows))
  const different: Different<Row>[] = []
  for (const [index, comparison] of compared.entries()) {
    const row = rows[index]
    if (comparison.standing === 'same' || row === undefined) continue

    const sure = await confirm(ctx, kind, row, comparison)
    if (sure) different.push({ row: sure, comparison })
  }
  return different
}

/** One that cannot be healed is kept with the reason and stops no other. */
export async function healFound<Row>(ctx: HealCtx, runId: string, kind: Kind<Row>, { row, comparison }: Different<Row>): Promise<boolean> {
  const named = { kind: kind.kind, subject: comparison.subject }
  try {
    const note = await heal(ctx, kind, row, comparison)
    await ctx.inSystem((tx) => markDrift(tx, runId, named, { state: note === null ? 'healed' : 'failed', note }))
    return note === null
  } catch (fault) {
    await noteFailure(ctx, runId, named, fault)
    return false
  }
}

/** @throws the fault itself where the next one would meet it too */
export async function noteFailure(ctx: HealCtx, runId: string, named: { kind: KindName; subject: string }, fault: unknown): Promise<void> {
  if (fault instanceof DatabaseUnavailable || fault instanceof IdentityUnavailable || ctx.signal?.aborted) throw fault
  log.warn({ err: fault, ...named }, 'a difference could not be healed')
  await ctx.inSystem((tx) => markDrift(tx, runId, named, { state: 'failed', note: reasons.notWritten }))
}

/** A difference as it is kept. What ended here and is still there is missing here. */
function foundOf<Row>(kind: Kind<Row>, row: Row, { standing, differences }: Comparison): Found {
  return {
    kind: kind.kind,
    ...kind.nameOf(row),
    standing: standing === 'stale' ? 'stale' : 'missing',
    differences: differences.map((one) => maskDifference(one, kind.kind === 'user')),
  }
}
