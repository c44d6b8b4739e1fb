import { serveStatic } from '@hono/node-server/serve-static'
import { createMiddleware } from 'hono/factory'
import type { MiddlewareHandler } from 'hono'

const aYear = 'public, max-age=31536000, immutable'

/** Serves the client build under /assets; the names carry a hash, so a browser may keep them for good. */
export function staticFiles(root = 'build/client'): MiddlewareHandler {
  const serve = serveStatic({ root, precompressed: true })
  return createMiddleware(async (c, next) => {
    const answer = await serve(c, next)
    if (answer?.ok) answer.headers.set('Cache-Control', aYear)
    return answer
  })
}
