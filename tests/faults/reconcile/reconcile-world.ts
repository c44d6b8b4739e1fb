import { reconcile, type Outcome, type ReconcileCtx } from '../../../src/modules/operations/index.ts'
import { createClerk } from '../../../src/providers/clerk/clerk-client.ts'
import { clerkDirectory } from '../../../src/providers/clerk/clerk-directory.ts'
import type { ClerkWorld } from '../../support/clerk-world.ts'
import type { TestDatabase } from '../../support/test-database.ts'

/** One difference, as a planter wrote it down or a run found it. */
export interface Difference {
  kind: string
  subject: string
  standing: string
  /** The fields that differ, in order of the alphabet. */
  fields: string[]
}

/** Walks of a test: without a limit to their pace, and without patience, so that a broken provider breaks them off soon. */
export function reconcileCtx(world: ClerkWorld): ReconcileCtx {
  const { clerk } = world.app.config
  if (!clerk) throw new Error('this world has no Clerk')
  return { ...world.app.systemCtx, directory: clerkDirectory(createClerk(clerk), { calls: 1_000_000, triesMax: 4, firstPauseMs: 1 }) }
}

/** Loads people and organizations at Clerk without telling anybody. */
export async function load(world: ClerkWorld, wish: object): Promise<void> {
  const answer = await fetch(`${world.emulator.url}/_emulator/load`, { method: 'POST', body: JSON.stringify(wish), headers: { 'content-type': 'application/json' } })
  if (!answer.ok) throw new Error(await answer.text())
}

export async function runTo(kind: Outcome['kind'], outcome: Promise<Outcome>): Promise<string> {
  const ended = await outcome
  if (ended.kind !== kind || !('run' in ended)) throw new Error(`it ended as ${ended.kind} and not as ${kind}: ${'run' in ended ? ended.run.fault : ''}`)
  return ended.run.id
}

export const backfill = (ctx: ReconcileCtx) => reconcile(ctx, { mode: 'backfill', isApplied: true, startedBy: 'command' })
export const dryRun = (ctx: ReconcileCtx) => reconcile(ctx, { mode: 'full', isApplied: false, startedBy: 'command' })
export const fullRun = (ctx: ReconcileCtx) => reconcile(ctx, { mode: 'full', isApplied: true, startedBy: 'command' })

/** What a run found, in one order. */
export async function readDrift(database: TestDatabase, runId: string, state?: string): Promise<Difference[]> {
  const { rows } = await database.superuser.query<Difference>(
    `select kind, subject, standing, array(select d ->> 'field' from jsonb_array_elements(differences) d order by 1) as fields
     from reconcile_drift where run_id = $1 and ($2::text is null or state = $2)`,
    [runId, state ?? null],
  )
  return inOrder(rows)
}

export function inOrder(differences: readonly Difference[]): Difference[] {
  const key = (one: Difference) => `${one.kind} ${one.subject}`
  return [...differences].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** All that the sync writes, as text: to see that nothing changed. */
export async function photograph(database: TestDatabase): Promise<string> {
  const { rows } = await database.superuser.query(`
    select 'user' as kind, i.subject as id, concat_ws('|', u.name, u.email, u.email_verified_at is not null, u.image_url, u.deleted_at) as said from users u join user_identities i on i.user_id = u.id
    union all select 'organization', clerk_id, concat_ws('|', name, slug, deleted_at) from organizations where clerk_id is not null
    union all select 'membership', clerk_id, concat_ws('|', role, deleted_at) from organization_memberships where clerk_id is not null
    order by 1, 2`)
  return JSON.stringify(rows)
}
