import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { clerkWebhooks } from '../../src/providers/clerk/clerk-webhooks.ts'

/**
 * Waits for one webhook that is signed by one of the secrets. What it says is not kept.
 *
 * @returns what came
 * @throws Error when none came in time, or one came whose signature does not fit
 */
export async function waitForWebhook(secrets: readonly string[], { port, seconds }: { port: number; seconds: number }, say: (line: string) => void): Promise<string> {
  if (secrets.length === 0) throw new Error('CLERK_WEBHOOK_SECRET is not set: no signature can be checked')

  const verifier = clerkWebhooks(secrets, () => new Date())
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const server = createServer((request, response) => {
    void readWhole(request).then(async (body) => {
      try {
        if (request.method !== 'POST' || request.url !== '/api/webhooks/clerk') return response.writeHead(404).end()

        const headers = new Headers(Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]))
        const { type, eventId } = await verifier.verify(body, headers)
        response.writeHead(200).end()
        return resolve(`${type} as ${eventId}, ${body.length} bytes, the signature fits`)
      } catch (fault) {
        response.writeHead(400).end()
        return reject(fault instanceof Error ? fault : new Error(String(fault)))
      }
    }, reject)
  })
  server.on('error', reject)
  server.listen(port, '127.0.0.1', () => say(`waiting for a webhook at http://127.0.0.1:${(server.address() as AddressInfo).port}/api/webhooks/clerk, for ${seconds} s`))
  const timer = setTimeout(() => reject(new Error(`none came in ${seconds} s`)), seconds * 1000)
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    server.closeAllConnections()
    server.close()
  }
}

async function readWhole(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
