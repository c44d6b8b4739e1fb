import type { MiddlewareHandler } from 'hono'
import type { App } from '../../wiring.ts'

/** A queue that does not answer holds nobody up for longer; what it was not told is told later. */
const waitMostMs = 1500

/**
 * After a request that may have changed something, a queue outside hears of the jobs that it asked for.
 *
 * @param isBeforeAnswer whether the answer waits for that, because the process may be stopped with it
 */
export function nudgeQueue({ queue }: App, isBeforeAnswer = false): MiddlewareHandler {
  return async (c, next) => {
    await next()
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return
    if (!isBeforeAnswer) return queue.nudge()

    await Promise.race([queue.flush(), new Promise((done) => setTimeout(done, waitMostMs).unref())])
  }
}
