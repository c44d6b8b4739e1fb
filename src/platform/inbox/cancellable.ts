import type { Pool } from 'pg'
import { stopBackend } from './cancel-backend.queries.ts'

/** The time for this was over before it was done. Nothing of it stays. */
export class OutOfTime extends Error {
  override readonly name = 'OutOfTime'
}

const settleMs = 150

/**
 * Runs the work of one transaction until it is done or the signal comes. Then the statement is cancelled in the
 * database and the caller rolls back; a handler that does not even notice loses its connection, so that nothing it
 * still sends can land in somebody else's transaction.
 *
 * @param work is given a function to say which server process runs it, as soon as it knows
 * @throws OutOfTime when the signal came, whatever the work did; else what the work throws
 */
export async function cancellable<T>(pool: Pool, signal: AbortSignal, work: (runsIn: (pid: number | null) => void) => Promise<T>): Promise<T> {
  if (signal.aborted) throw new OutOfTime('there was no time left to begin')

  const { over, forget } = whenOver(signal)
  let pid: number | null = null
  const running = work((found) => (pid = found))
  try {
    const result = await Promise.race([running, over])
    if (signal.aborted) throw new OutOfTime('done, but too late to be kept')
    return result
  } catch (fault) {
    if (!signal.aborted) throw fault

    if (pid) await stopBackend(pool, pid, 'cancel').catch(() => {})
    if (!(await settles(running)) && pid) await stopBackend(pool, pid, 'terminate')
    throw new OutOfTime('cancelled')
  } finally {
    forget()
  }
}

/** A promise that rejects when the signal comes, and how to let go of it. */
export function whenOver(signal: AbortSignal): { over: Promise<never>; forget: () => void } {
  let stop: () => void = () => {}
  const over = new Promise<never>((_, reject) => {
    stop = () => reject(new OutOfTime('time is over'))
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
  over.catch(() => {})
  return { over, forget: () => signal.removeEventListener('abort', stop) }
}

async function settles(running: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<boolean>((done) => (timer = setTimeout(done, settleMs, false)))
  const settled = running.then(() => true, () => true)
  const answer = await Promise.race([settled, tooLong])
  clearTimeout(timer)
  return answer
}
