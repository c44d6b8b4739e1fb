import type { IncomingHttpHeaders } from 'node:http'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'

/** What an application answered, or why it did not. */
export type Answer = { status: number; body: string; headers: IncomingHttpHeaders } | { status: null; error: string }

/**
 * Sends a call to an application and reads its answer; it never throws. Names under `.localhost` are taken to
 * 127.0.0.1, because Node's resolver does not know them.
 * @param timeoutMs how long the answer may take, in real milliseconds
 */
export function callFunction(method: 'POST' | 'PUT', target: string, call: { body: string; headers: Record<string, string> }, timeoutMs: number): Promise<Answer> {
  const url = new URL(target)
  const isLocalName = url.hostname === 'localhost' || url.hostname.endsWith('.localhost')
  const send = url.protocol === 'https:' ? requestHttps : requestHttp
  const headers = { 'content-type': 'application/json', 'user-agent': 'inngest-emulator', ...call.headers, host: url.host, 'content-length': String(Buffer.byteLength(call.body)) }
  return new Promise((done) => {
    const sent = send({ host: isLocalName ? '127.0.0.1' : url.hostname, port: url.port || (url.protocol === 'https:' ? 443 : 80), path: url.pathname + url.search, method, agent: false, headers }, (answer) => {
      let body = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
      answer.on('end', () => done({ status: answer.statusCode ?? 0, body, headers: answer.headers }))
      answer.on('error', (fault) => done({ status: null, error: fault.message }))
    })
    sent.setTimeout(timeoutMs, () => sent.destroy(new Error(`no answer within ${timeoutMs} ms`)))
    sent.on('error', (fault) => done({ status: null, error: fault.message || 'no connection' }))
    sent.end(call.body)
  })
}
