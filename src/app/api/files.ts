import { Readable } from 'node:stream'
import type { MiddlewareHandler } from 'hono'
import { answerFile } from '#modules/files/index.ts'
import { readHost } from '#platform/http/hosts.ts'
import { log } from '#platform/log/log.ts'
import type { App } from '../../wiring.ts'

/**
 * The host of files, `files.<base domain>`: nothing but signed links, no cookies, no pages. Standing in front of
 * everything, it keeps every other address of the installation off this origin.
 */
export function fileHost(app: App): MiddlewareHandler {
  return async (c, next) => {
    const host = (c.req.header('host') ?? '').toLowerCase()
    if (readHost(host, c.req.path, app.config.baseDomain).kind !== 'files') return next()

    const answer = await answerFile(app, { method: c.req.method, path: new URL(c.req.url).pathname, headers: c.req.raw.headers })
    const { body } = answer
    if (body instanceof Readable) body.on('error', (fault) => log.warn({ reason: fault.message }, 'a file could not be read to its end'))
    const sent = body instanceof Readable ? (Readable.toWeb(body) as ReadableStream) : c.req.method === 'HEAD' ? null : body
    return new Response(sent, { status: answer.status, headers: answer.headers })
  }
}
