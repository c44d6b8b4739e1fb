import { createServer, type ServerOptions } from 'node:http'
import { serve, type HttpBindings } from '@hono/node-server'
import { Hono, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import * as build from 'virtual:react-router/server-build'
import { fileHost } from './app/api/files.ts'
import { mountApi } from './app/api/mount-api.ts'
import { answerFault } from './app/http/answer-fault.ts'
import { openPageCache } from './app/http/open-page-cache.ts'
import { measureRequests } from './app/http/measure-requests.ts'
import { nudgeQueue } from './app/http/nudge-queue.ts'
import { pageFront, type Listener } from './app/http/page-front.ts'
import { requireOwnOrigin } from './app/http/require-own-origin.ts'
import { servePages, type BuildSource } from './app/http/serve-pages.ts'
import { staticFiles } from './app/http/static-files.ts'
import { readConfig } from '#platform/config/config.ts'
import { log } from '#platform/log/log.ts'
import { makeWebMetrics, type WebMetrics } from '#platform/metrics/web-metrics.ts'
import { wire, type App } from './wiring.ts'

interface WebParts {
  /** The pages, built; in development anew after each change. */
  source?: BuildSource
  mode?: 'production' | 'development'
  metrics?: WebMetrics
}

/** The whole web application: API first, then assets, then pages. */
export function createWeb(app: App, { source = () => build, mode = 'production', metrics = makeWebMetrics(app.pools) }: WebParts = {}): Hono<{ Bindings: HttpBindings }> {
  const web = new Hono<{ Bindings: HttpBindings }>()
  web.onError(answerFault)
  web.use('*', measureRequests(metrics) as unknown as MiddlewareHandler)
  web.use('*', fileHost(app))
  web.use('*', nudgeQueue(app))
  mountApi(web as unknown as Hono, app, metrics)
  web.use('/assets/*', staticFiles())
  web.use('*', requireOwnOrigin)
  web.use('*', compress())
  web.all('*', servePages(app, source, mode))
  return web
}

/** Starts the web process and stops it cleanly on SIGTERM: no new requests, the running ones to their end. */
export function startWeb(): void {
  const config = readConfig()
  const app = wire(config)
  // A queue that cannot be used is a fault of the settings: better no start than jobs that nobody runs.
  app.queue.attend().catch((fault: unknown) => {
    log.fatal({ err: fault }, fault instanceof Error ? fault.message : 'the queue cannot be used')
    process.exit(1)
  })
  const metrics = makeWebMetrics(app.pools)
  const cache = openPageCache(app)
  const server = serve(
    {
      fetch: createWeb(app, { metrics }).fetch,
      port: config.port,
      hostname: config.host,
      createServer: ((options: ServerOptions, listener: Listener) => createServer(options, pageFront({ cache, baseDomain: config.baseDomain, metrics, listener }))) as typeof createServer,
    },
    ({ port }) => log.info({ port }, 'web is listening'),
  )
  const stop = () => {
    server.close(() => void app.close().finally(() => process.exit(0)))
    if ('closeIdleConnections' in server) server.closeIdleConnections()
    // Event streams never end by themselves.
    setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 1500).unref()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

if (import.meta.env.PROD) startWeb()
