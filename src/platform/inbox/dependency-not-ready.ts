import type { Tx } from '#platform/db/transaction.ts'
import { AppError } from '#platform/errors/app-error.ts'

export { wakeAllWaiting, wakeWaiting } from './wake-waiting.queries.ts'

/**
 * An event came before what it rests on. The inbox keeps it, tries again for three days, and at once when somebody
 * calls `wakeWaiting` with the same name.
 *
 * @example
 * throw new DependencyNotReady(`checkout ${sessionId}`, (tx) => isCheckoutThere(tx, sessionId))
 */
export class DependencyNotReady extends AppError {
  readonly dependency: string
  readonly isThere: (tx: Tx) => Promise<boolean>

  /**
   * @param dependency what is missing, by a name that whoever brings it can form too
   * @param isThere looks again, while the event is about to wait: what came between the try and the waiting would
   * otherwise be noticed at the next try only. It reads, and locks nothing.
   */
  constructor(dependency: string, isThere: (tx: Tx) => Promise<boolean> = async () => false) {
    super({
      code: 'dependency-not-ready',
      status: 503,
      publicMessage: 'Something this rests on has not arrived yet. It will be tried again by itself.',
      message: `Dependencies not ready: ${dependency}`,
      retryAfterSeconds: 5,
    })
    this.dependency = dependency
    this.isThere = isThere
  }
}
