import { importUsers as importPlainUsers } from '#modules/identity/index.ts'
import { importMemberships as importPlainMemberships } from '#modules/tenancy/index.ts'
import type { Tx } from '#platform/ctx.ts'
import type { ListedMembership, ListedUser } from '../ports.ts'
import type { HealCtx } from './heal.ts'
import { kinds, type Kind } from './kinds.ts'
import type { Run } from './run.ts'
import { analyzeSynced } from './runs.queries.ts'
import { comparePage } from './step.ts'

/** Writes a page of a first import, of which so many rows were walked before. @returns how many were written */
export type Import<Row> = (ctx: HealCtx, run: Run, rows: readonly Row[], walked: number) => Promise<number>

/** Rows a transaction: each holds locks until its end, and a server has room for a few thousand. */
const batch = 250
/** After how many rows of a kind the planner looks at the tables anew. */
const looksAfter = [1, 5000, 50_000]

export const importUsers: Import<ListedUser> = (ctx, run, rows, walked) =>
  inBatches(ctx, run, { rows, walked, kind: kinds.user, write: (tx, some) => importPlainUsers(tx, ctx.ids, { provider: 'clerk', door: 'reconcile' }, some) })

export const importMemberships: Import<ListedMembership> = (ctx, run, rows, walked) =>
  inBatches(ctx, run, { rows, walked, kind: kinds.membership, write: (tx, some) => importPlainMemberships(tx, ctx.ids, some) })

interface Batches<Row> {
  rows: readonly Row[]
  walked: number
  kind: Kind<Row>
  /** Writes what is plain, and gives back the rest. */
  write(tx: Tx, rows: readonly Row[]): Promise<Row[]>
}

/** What is plain is written at once; the rest is compared and healed one by one, as by a reconciliation. */
async function inBatches<Row>(ctx: HealCtx, run: Run, { rows, walked, kind, write }: Batches<Row>): Promise<number> {
  let written = 0
  for (let start = 0; start < rows.length; start += batch) {
    const some = rows.slice(start, start + batch)
    const left = await ctx.inSystem((tx) => write(tx, some))
    written += some.length - left.length
    if (left.length > 0) written += await comparePage(ctx, run, kind, left)
  }
  await lookAnew(ctx, walked, rows.length)
  return written
}

/** The first page shows the planner what rows look like; later looks are for how many there are. */
async function lookAnew(ctx: HealCtx, before: number, more: number): Promise<void> {
  const isDue = looksAfter.some((count) => before < count && before + more >= count)
  if (isDue) await ctx.inSystem(analyzeSynced)
}
