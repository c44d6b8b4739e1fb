import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll } from 'vitest'

/** What a receiver was sent. */
export interface Received {
  path: string
  headers: Record<string, string>
  body: string
}

/** A program that takes webhooks, as a school would have one. */
export interface WebhookReceiver {
  url: string
  port: number
  /** Everything that came, oldest first. */
  received: Received[]
  /** How many connections were opened to it, whether or not something came over them. */
  connections: number
  /** How it answers from now on. */
  answer: (response: ServerResponse, received: Received) => void
}

/** Gives the test file a receiver on this machine. */
export function useWebhookReceiver(): () => WebhookReceiver {
  const server = createServer()
  let receiver: WebhookReceiver | null = null
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const { port } = server.address() as AddressInfo
    const made: WebhookReceiver = { url: `http://127.0.0.1:${port}/hooks`, port, received: [], connections: 0, answer: (response) => response.writeHead(204).end() }
    server.on('connection', () => (made.connections += 1))
    server.on('request', (request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        const received = { path: request.url ?? '', headers: plain(request.headers), body: Buffer.concat(chunks).toString('utf8') }
        made.received.push(received)
        made.answer(response, received)
      })
    })
    receiver = made
  })
  afterAll(async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  })
  return () => {
    if (!receiver) throw new Error('the receiver is there only while tests run')
    return receiver
  }
}

function plain(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
}
