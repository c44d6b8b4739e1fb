import type { IncomingHttpHeaders } from 'node:http'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'

/** How one try to deliver ended: an answer of the receiver, or the reason why there was none. */
export type PostOutcome =
  | { status: number; error: null; headers: IncomingHttpHeaders }
  | { status: null; error: string; headers: null }

/**
 * Posts a body and waits for the status; it never throws and follows no redirect.
 * Names under `.localhost` are taken to 127.0.0.1 with their own Host header, because Node's
 * resolver, unlike a browser's, does not know them.
 * @param timeoutMs how long the receiver may take, in real milliseconds
 */
export function postToTarget(
  target: string,
  body: string,
  headers: Record<string, string>,
  timeoutMs: number,
): Promise<PostOutcome> {
  const url = new URL(target)
  const isLocalName = url.hostname === 'localhost' || url.hostname.endsWith('.localhost')
  const send = url.protocol === 'https:' ? requestHttps : requestHttp

  return new Promise((resolve) => {
    const request = send(
      {
        host: isLocalName ? '127.0.0.1' : url.hostname.replace(/^\[|\]$/g, ''),
        port: url.port || (url.protocol === 'https:' ? 443 : 80),
        path: url.pathname + url.search,
        method: 'POST',
        agent: false,
        headers: { ...headers, host: url.host, 'content-length': String(Buffer.byteLength(body)) },
      },
      (response) => {
        response.resume()
        response.on('end', () => resolve({ status: response.statusCode ?? 0, error: null, headers: response.headers }))
        response.on('error', (error) => resolve({ status: null, error: error.message, headers: null }))
      },
    )
    request.setTimeout(timeoutMs, () => request.destroy(new Error(`no answer within ${timeoutMs} ms`)))
    request.on('error', (error) => resolve({ status: null, error: error.message || 'no connection', headers: null }))
    request.end(body)
  })
}
