import { serve, type HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import * as build from 'virtual:react-router/server-build'
import { fileHost } from './app/api/files.ts'
import { mountApi } from './app/api/mount-api.ts'
import { answerFault } from './app/http/answer-fault.ts'
import { requireOwnOrigin } from './app/http/require-own-origin.ts'
import { servePages, type BuildSource } from './app/http/serve-pages.ts'
import { staticFiles } from './app/http/static-files.ts'
import { readConfig } from '#platform/config/config.ts'
import { log } from '#platform/log/log.ts'
import { wire, type App } from './wiring.ts'

/** The whole web application: API first, then assets, then pages. */
export function createWeb(app: App, source: BuildSource = () => build, mode: 'production' | 'development' = 'production'): Hono<{ Bindings: HttpBindings }> {
  const web = new Hono<{ Bindings: HttpBindings }>()
  web.onError(answerFault)
  web.use('*', fileHost(app))
  mountApi(web as unknown as Hono, app)
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
  const server = serve({ fetch: createWeb(app).fetch, port: config.port, hostname: config.host }, ({ port }) => {
    log.info({ port }, 'web is listening')
  })
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
