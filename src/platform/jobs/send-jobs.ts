import type { Pool } from 'pg'
import { asSystem } from '#platform/db/as-system.ts'
import { failPoint } from '#platform/failpoints/fail-point.ts'
import { log } from '#platform/log/log.ts'
import { noteTold, putBack, takeUnsent, type UnsentJob } from './sent-jobs.queries.ts'

/** Tells a queue outside of jobs; rejects when it did not take them. */
export type TellQueue = (jobs: readonly UnsentJob[]) => Promise<void>

const batch = 100
const pauseSeconds = 3

/**
 * Tells a queue outside of every job that it does not know of yet. The telling is marked before it is made: a process
 * that dies in between leaves jobs that are told again soon by whoever comes next.
 *
 * @returns how many jobs it was told of; never throws, because the rows stand and there is a next time
 */
export async function sendJobs(pool: Pool, tell: TellQueue): Promise<number> {
  let sent = 0
  try {
    for (;;) {
      const { unsent, isMore } = await asSystem(pool, ({ tx }) => takeUnsent(tx, batch))
      failPoint('before-telling-the-queue')
      if (unsent.length > 0 && !(await tellOrPutBack(pool, tell, unsent))) return sent

      sent += unsent.length
      if (!isMore) return sent
    }
  } catch (fault) {
    log.warn({ err: fault }, 'jobs could not be sent; they are tried again')
    return sent
  }
}

async function tellOrPutBack(pool: Pool, tell: TellQueue, unsent: readonly UnsentJob[]): Promise<boolean> {
  try {
    await tell(unsent)
  } catch (fault) {
    log.warn({ reason: fault instanceof Error ? fault.message : String(fault), jobs: unsent.length }, 'the queue does not take jobs; they are kept and sent again')
    await asSystem(pool, ({ tx }) => putBack(tx, unsent.map(({ id }) => id), pauseSeconds))
    return false
  }
  await asSystem(pool, ({ tx }) => noteTold(tx, unsent.map(({ id }) => id)))
  return true
}

/** Does one thing at a time: asked while it runs, it runs once more afterwards. */
export function oneAtATime(work: () => Promise<unknown>): () => Promise<void> {
  let running: Promise<void> | null = null
  let isAsked = false
  const run = async () => {
    do {
      isAsked = false
      await work()
    } while (isAsked)
  }
  return () => {
    isAsked = true
    return (running ??= run().finally(() => (running = null)))
  }
}
