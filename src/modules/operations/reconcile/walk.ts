import type { Directory, ListedMembership, ListedOrganization, ListedUser } from '../ports.ts'
import { lookForGone } from './gone.ts'
import type { HealCtx } from './heal.ts'
import { importMemberships, importUsers, type Import } from './import.ts'
import { kinds, type Kind, type KindName } from './kinds.ts'
import { readAhead, walkCounted, walkUsers, type Page } from './pages.ts'
import { nextPhase, type Position, type Run } from './run.ts'
import { countUsersHere, findLastLook } from './runs.queries.ts'
import { comparePage } from './step.ts'

/** What one step of a walk changed; the next phase begins when the position is null. */
export interface Step {
  position: Position | null
  walked: number
  total: number | null
  written: number
  seen: { kind: KindName; subjects: string[] } | null
  /** Everybody has to be looked at, not only who changed lately. */
  mustWalkUsers?: boolean
}

/** One phase of a walk, step by step, from where the run stands. Its steps may be done twice. */
export async function* walkPhase(ctx: HealCtx, run: Run): AsyncGenerator<Step> {
  const { directory, signal } = ctx
  const { pageSize } = directory
  switch (run.phase) {
    case 'recent-users':
      return yield* listed(ctx, run, { kind: kinds.user, pages: recentUsers(directory, run, signal) })
    case 'count-users':
      return yield* countUsers(ctx)
    case 'users':
      return yield* listed(ctx, run, { kind: kinds.user, pages: walkUsers(directory, run.position, signal), bulk: importUsers, total: await directory.countUsers(signal) })
    case 'organizations':
      return yield* listed(ctx, run, { kind: kinds.organization, pages: walkCounted<ListedOrganization>({ list: directory.listOrganizations, pageSize, nameOf: ({ clerkId }) => clerkId }, run.position, signal) })
    case 'memberships':
      return yield* listed(ctx, run, { kind: kinds.membership, pages: walkCounted<ListedMembership>({ list: directory.listMemberships, pageSize, nameOf: ({ clerkId }) => clerkId }, run.position, signal), bulk: importMemberships })
    case 'gone-users':
      return yield* gone(ctx, run, kinds.user)
    case 'gone-organizations':
      return yield* gone(ctx, run, kinds.organization)
    case 'gone-memberships':
      return yield* gone(ctx, run, kinds.membership)
  }
}

interface Listing<Row> {
  kind: Kind<Row>
  pages: AsyncGenerator<Page<Row>>
  /** How a first import writes a page at once. */
  bulk?: Import<Row>
  total?: number
}

async function* listed<Row>(ctx: HealCtx, run: Run, { kind, pages, bulk, total }: Listing<Row>): AsyncGenerator<Step> {
  let { walked } = run.progress[kind.kind]
  for await (const page of readAhead(pages)) {
    const written = run.mode === 'backfill' && bulk ? await bulk(ctx, run, page.rows, walked) : await comparePage(ctx, run, kind, page.rows)
    walked += page.rows.length
    const subjects = page.rows.map((row) => kind.nameOf(row).subject)
    yield { position: page.position, walked: page.rows.length, total: total ?? page.total, written, seen: run.mode === 'backfill' ? null : { kind: kind.kind, subjects } }
  }
  yield { position: null, walked: 0, total: null, written: 0, seen: null }
}

/** Who changed last comes first, so the walk ends at the first one who has not changed since. */
async function* recentUsers(directory: Directory, run: Run, signal?: AbortSignal): AsyncGenerator<Page<ListedUser>> {
  const list = async (wish: { offset: number }) => ({ rows: await directory.listRecentUsers({ ...wish, ...(signal ? { signal } : {}) }), total: 0 })
  const since = run.since ?? new Date(0)
  for await (const page of walkCounted({ list, pageSize: directory.pageSize, nameOf: ({ subject }) => subject }, run.position, signal)) {
    const rows = page.rows.filter(({ updatedAt }) => updatedAt >= since)
    yield { ...page, rows, total: null }
    if (rows.length < page.rows.length) return
  }
}

/**
 * A deletion leaves nothing in the list of those who changed, but it makes the count smaller. Another difference than
 * the one that everybody's walk left behind means that everybody has to be looked at.
 */
async function* countUsers({ directory, signal, inSystem }: HealCtx): AsyncGenerator<Step> {
  const there = await directory.countUsers(signal)
  const { here, known } = await inSystem(async (tx) => ({ here: await countUsersHere(tx), known: (await findLastLook(tx))?.usersExcess ?? 0 }))
  yield { position: null, walked: 0, total: null, written: 0, seen: null, mustWalkUsers: here - there !== known }
}

async function* gone<Row>(ctx: HealCtx, run: Run, kind: Kind<Row>): AsyncGenerator<Step> {
  let position: Position | null = run.position
  while (position) {
    const looked: Awaited<ReturnType<typeof lookForGone>> = await lookForGone(ctx, { ...run, position }, kind)
    position = looked.position
    yield { position, walked: 0, total: null, written: looked.ended, seen: null }
  }
}

const kindOfPhase: Partial<Record<Run['phase'], KindName>> = { 'recent-users': 'user', users: 'user', organizations: 'organization', memberships: 'membership' }

/** The run after a step. */
export function afterStep(run: Run, step: Step): Run {
  const kind = kindOfPhase[run.phase]
  const progress = kind
    ? { ...run.progress, [kind]: { walked: run.progress[kind].walked + step.walked, total: step.total ?? run.progress[kind].total } }
    : run.progress
  const onward = { ...run, progress, written: run.written + step.written }
  if (step.position) return { ...onward, position: step.position }

  const hasWalkedUsers = run.hasWalkedUsers || run.phase === 'users'
  const phase = nextPhase({ ...run, hasWalkedUsers }, step.mustWalkUsers)
  return { ...onward, hasWalkedUsers, position: {}, ...(phase ? { phase } : { state: 'done' as const }) }
}

