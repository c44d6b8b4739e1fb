import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as requestHttps } from 'node:https'
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent'
import { isLoopbackName, type WebhookOutcome, type WebhookRequest, type WebhookSender } from '#modules/webhooks/ports.ts'

/** How webhooks are sent. */
export interface WebhookHttpOptions {
  /** Lets this machine be a receiver, by plain http too: for development alone. */
  mayReachLoopback: boolean
  /** From the first byte sent to the last that is read. The Standard Webhooks recommend 15 to 30 s. */
  timeoutMs?: number
  /** Resolves names in place of the system. */
  lookup?: RequestOptions['lookup']
}

const usualTimeoutMs = 15_000
const answerBytesMax = 1024
const loopback = ['127.0.0.1', '::1']

/**
 * Sends webhooks over https. Every address is judged where the connection is made, as it was resolved for this very
 * connection: a name that stood for a public address a moment ago gains nothing. Only public unicast addresses pass, so
 * neither this machine, its networks and its cloud's metadata, nor IPv6 forms that hide an IPv4 address. Redirects are
 * answers like others; proxies of the environment are not used.
 *
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function webhookHttpSender({ mayReachLoopback, timeoutMs = usualTimeoutMs, lookup }: WebhookHttpOptions): WebhookSender {
  const filter = mayReachLoopback ? { allowIPAddressList: loopback } : {}
  const agents = { 'https:': new RequestFilteringHttpsAgent(filter), 'http:': new RequestFilteringHttpAgent(filter) }
  return {
    mayReachLoopback,
    async send({ url, headers, body }) {
      const { protocol, hostname } = new URL(url)
      const isPlain = protocol === 'http:'
      if (!isPlain && protocol !== 'https:') return { kind: 'refused' }
      if (isPlain && !(mayReachLoopback && isLoopbackName(hostname))) return { kind: 'refused' }

      const options = { method: 'POST', agent: agents[protocol], signal: AbortSignal.timeout(timeoutMs), ...(lookup ? { lookup } : {}) }
      return post({ url, headers, body }, options, isPlain ? requestHttp : requestHttps)
    },
  }
}

function post({ url, headers, body }: WebhookRequest, options: RequestOptions, request: typeof requestHttp): Promise<WebhookOutcome> {
  return new Promise((done) => {
    const sent = request(url, { ...options, headers: { ...headers, 'content-length': Buffer.byteLength(body) } })
    sent.on('error', (fault: NodeJS.ErrnoException) => done(outcomeOf(fault)))
    sent.on('response', (answer) => void readStart(answer).then((outcome) => {
      // What comes after the first bytes is nothing to us.
      sent.destroy()
      done(outcome)
    }))
    sent.end(body)
  })
}

/** The status has come: whatever happens to the rest of the answer does not change it. */
async function readStart(answer: IncomingMessage): Promise<WebhookOutcome> {
  const parts: Buffer[] = []
  let size = 0
  try {
    for await (const part of answer as AsyncIterable<Buffer>) {
      parts.push(part)
      size += part.length
      if (size >= answerBytesMax) break
    }
  } catch {
    // It broke off, or took too long.
  }
  const answerStart = new TextDecoder().decode(Buffer.concat(parts).subarray(0, answerBytesMax))
  return { kind: 'answered', status: answer.statusCode ?? 0, answerStart: printable(answerStart), retryAfterSeconds: readRetryAfter(answer.headers['retry-after']) }
}

/** PostgreSQL keeps no NUL, and nobody reads the other control characters. */
function printable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').replace(/\ufffd+$/, '')
}

/** Seconds, or a date of HTTP (RFC 9110, 10.2.3); null for anything else. */
function readRetryAfter(value: string | undefined): number | null {
  if (!value) return null
  if (/^\d{1,9}$/.test(value)) return Number(value)

  const at = Date.parse(value)
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - Date.now()) / 1000))
}

function outcomeOf(fault: NodeJS.ErrnoException): WebhookOutcome {
  if (fault.name === 'AbortError' || fault.name === 'TimeoutError') return { kind: 'timed-out' }
  // The agent has no class for its refusals.
  if (/ is not allowed\. Because/.test(fault.message)) return { kind: 'refused' }
  return { kind: 'unreachable', reason: (fault.code ?? fault.name).slice(0, 100) }
}
