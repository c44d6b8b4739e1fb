import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'
import { processInboxEvent } from './inbox-jobs.ts'

/**
 * Lets every event that waits for `dependency` run as soon as the caller's transaction (a system one) commits: call
 * it where the dependency is written.
 *
 * Whoever brings a dependency and whoever begins to wait for it exclude each other by a lock on its name, held to the
 * end of their transactions. So an event either sees what was brought, or is seen waiting; `holdDependency` is the
 * other side.
 *
 * The rows are read, not locked: one of them may be at work this moment and wait for a row of ours.
 *
 * @returns how many were woken
 */
export async function wakeWaiting(tx: Tx, dependency: string): Promise<number> {
  // A statement of its own: what it waited for is seen only by the statements after it.
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${dependencyLock(dependency)}, 0))`.execute(tx)
  const woken = await sql`
    select jobs.enqueue(${processInboxEvent}, json_build_object('id', id), id::text, now())
    from webhook_events where waiting_on = ${dependency} and status = 'pending'`.execute(tx)
  return woken.rows.length
}

/** `wakeWaiting` for many dependencies at once. @returns how many were woken */
export async function wakeAllWaiting(tx: Tx, dependencies: readonly string[]): Promise<number> {
  // All in one order, as two who bring many must not wait for each other.
  const names = [...new Set(dependencies)].map(dependencyLock).sort()
  await sql`
    select count(pg_advisory_xact_lock_shared(hashtextextended(k, 0))) from (
      select k from unnest(${names}::text[]) with ordinality as u(k, n) order by n) o`.execute(tx)
  const woken = await sql`
    select jobs.enqueue(${processInboxEvent}, json_build_object('id', id), id::text, now())
    from webhook_events where waiting_on = any(${[...dependencies]}) and status = 'pending'`.execute(tx)
  return woken.rows.length
}

/** Waits for those who are bringing a dependency, and keeps the next ones out until the transaction ends. */
export async function holdDependency(tx: Tx, dependency: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${dependencyLock(dependency)}, 0))`.execute(tx)
}

/** The name under which those who bring a dependency and those who begin to wait for it exclude each other. */
export function dependencyLock(dependency: string): string {
  return `dependency:${dependency}`
}
