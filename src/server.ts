import { createServer, type ServerOptions } from 'node:http'
import { serve } from '@hono/node-server'
import { openPageCache } from './app/http/open-page-cache.ts'
import { pageFront, type Listener } from './app/http/page-front.ts'
import { readConfig } from '#platform/config/config.ts'
import { log } from '#platform/log/log.ts'
import { makeWebMetrics } from '#platform/metrics/web-metrics.ts'
import { createWeb } from './web.ts'
import { wire } from './wiring.ts'

export { createWeb }

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
