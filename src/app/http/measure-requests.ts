import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { WebMetrics } from '#platform/metrics/web-metrics.ts'

/** Tells the metrics how long each request took until its answer began, by the pattern that answered it. */
export function measureRequests(metrics: WebMetrics): MiddlewareHandler<{ Variables: { pagePattern: string } }> {
  return async (c, next) => {
    const startedAt = performance.now()
    await next()
    // The pages are one route of Hono's; which of them it was is known to the pages.
    const path = routePath(c)
    const route = path === '/*' || path === '*' ? (c.get('pagePattern') ?? 'unmatched') : path
    metrics.answered({ method: c.req.method, route, status: c.res.status, seconds: (performance.now() - startedAt) / 1000 })
  }
}
