import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { makeInstallationMetrics } from '#modules/operations/index.ts'
import type { WebMetrics } from '#platform/metrics/web-metrics.ts'
import type { App } from '../../wiring.ts'
import { requireMetricsAccess } from './metrics-access.ts'

/** `GET /metrics` in the text format of Prometheus: of the installation, and of this web process. */
export function metricsApi(app: App, { registry }: WebMetrics): Hono<{ Bindings: Partial<HttpBindings> }> {
  const installation = makeInstallationMetrics(app.systemCtx, registry)
  return new Hono<{ Bindings: Partial<HttpBindings> }>().get('/', async (c) => {
    requireMetricsAccess(app.config.metricsToken, { remoteAddress: c.env?.incoming?.socket.remoteAddress, headers: c.req.raw.headers })
    await installation.refresh()
    c.header('Cache-Control', 'no-store')
    c.header('Content-Type', registry.contentType)
    return c.body(await registry.metrics())
  })
}
