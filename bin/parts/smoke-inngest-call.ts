import { serve, type ServerType } from '@hono/node-server'
import { Hono, type Handler } from 'hono'
import type { AddressInfo } from 'node:net'
import type { Inngest } from 'inngest'
import type { InngestSdk } from '../../src/providers/inngest/load-inngest.ts'

interface Line {
  sdk: InngestSdk
  client: Inngest.Any
  /** What the function listens to. */
  event: { name: string; data: Record<string, unknown> }
}

/**
 * Registers one function, sends its event, and waits until Inngest calls it. The SDK refuses a call whose signature
 * does not fit, so a call that arrives was signed, except by a development server.
 *
 * @returns what came
 * @throws Error when the registration is refused, or nothing calls in time
 */
export async function waitForCall(line: Line, { port, origin, seconds }: { port: number; origin: string | undefined; seconds: number }, say: (text: string) => void): Promise<string> {
  const called = Promise.withResolvers<string>()
  const hear = line.client.createFunction({ id: 'smoke', triggers: [{ event: line.event.name }], retries: 0, checkpointing: false }, ({ runId }: { runId: string }) => called.resolve(runId))
  const server = await listen(port, (ownOrigin) => line.sdk.hono.serve({ client: line.client, functions: [hear], serveOrigin: origin ?? ownOrigin }))
  const timer = setTimeout(() => called.reject(new Error(`nothing called in ${seconds} s: does ${origin ?? 'an Inngest on this machine'} lead to port ${server.port}?`)), seconds * 1000)
  try {
    say(`waiting at http://127.0.0.1:${server.port}/api/inngest for a call, for ${seconds} s; it stands at Inngest as the app coursecove-smoke, which may be archived there afterwards`)
    const synced = await fetch(`http://127.0.0.1:${server.port}/api/inngest`, { method: 'PUT' })
    if (!synced.ok) throw new Error(`the app could not be registered: ${synced.status} ${(await synced.text()).slice(0, 200)}`)

    await line.client.send(line.event)
    return `run ${await called.promise}`
  } finally {
    clearTimeout(timer)
    await server.close()
  }
}

/** Serves what the SDK makes, at the address where our own program has it. */
async function listen(port: number, make: (origin: string) => Handler): Promise<{ port: number; close(): Promise<void> }> {
  const app = new Hono()
  const server = await new Promise<ServerType>((done, fail) => {
    const opened = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, () => done(opened))
    opened.once('error', fail)
  })
  const own = (server.address() as AddressInfo).port
  app.on(['GET', 'PUT', 'POST'], '/api/inngest', make(`http://127.0.0.1:${own}`))
  return { port: own, close: () => new Promise((done) => {
    server.close(() => done())
    if ('closeAllConnections' in server) server.closeAllConnections()
  }) }
}
