import type { MiddlewareHandler } from 'hono'
import type { App } from '../../wiring.ts'

/** After a request that may have changed something, a queue outside hears of the jobs that it asked for. */
export function nudgeQueue({ queue }: App): MiddlewareHandler {
  return async (c, next) => {
    await next()
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') queue.nudge()
  }
}
