import type { HttpBindings } from '@hono/node-server'
import { Hono, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import * as build from 'virtual:react-router/server-build'
import { fileHost } from './app/api/files.ts'
import { mountApi } from './app/api/mount-api.ts'
import { answerFault } from './app/http/answer-fault.ts'
import { measureRequests } from './app/http/measure-requests.ts'
import { nudgeQueue } from './app/http/nudge-queue.ts'
import { requireOwnOrigin } from './app/http/require-own-origin.ts'
import { servePages, type BuildSource } from './app/http/serve-pages.ts'
import { staticFiles } from './app/http/static-files.ts'
import { makeWebMetrics, type WebMetrics } from '#platform/metrics/web-metrics.ts'
import type { App } from './wiring.ts'

interface WebParts {
  /** The pages, built; in development anew after each change. */
  source?: BuildSource
  mode?: 'production' | 'development'
  metrics?: WebMetrics
  /** On a host of functions the process may be stopped with each answer, and the host serves what was built for browsers. */
  isFunction?: boolean
}

/** The whole web application: API first, then assets, then pages. */
export function createWeb(app: App, { source = build, mode = 'production', metrics = makeWebMetrics(app.pools), isFunction = false }: WebParts = {}): Hono<{ Bindings: HttpBindings }> {
  const web = new Hono<{ Bindings: HttpBindings }>()
  web.onError(answerFault)
  web.use('*', measureRequests(metrics) as unknown as MiddlewareHandler)
  web.use('*', fileHost(app))
  web.use('*', nudgeQueue(app, isFunction))
  mountApi(web as unknown as Hono, app, metrics)
  if (!isFunction) web.use('/assets/*', staticFiles())
  web.use('*', requireOwnOrigin)
  web.use('*', compress())
  web.all('*', servePages(app, source, mode))
  return web
}
