import { Hono } from 'hono'
import { Inngest, type InngestFunction } from 'inngest'
import { serve as serveFunctions } from 'inngest/hono'
import { serve } from '../core/serve.ts'
import { startInngestEmulator, type InngestEmulator, type InngestEmulatorOptions } from './start-inngest-emulator.ts'

/** An application with the official SDK, and the emulator that it belongs to. */
export type World = {
  emulator: InngestEmulator
  client: Inngest.Any
  /** Where the application answers. */
  url: string
  /** Waits until something holds. */
  until: (holds: () => boolean) => Promise<void>
  close: () => Promise<void>
}

const quiet = { debug() {}, info() {}, warn() {}, error() {} }

/** Starts both, registers the functions, and says where they are. */
export async function startWorld(make: (client: Inngest.Any) => InngestFunction.Any[], options: InngestEmulatorOptions = {}): Promise<World> {
  const emulator = await startInngestEmulator({ port: 0, retrySeconds: [1, 2, 4], ...options })
  const signingKey = options.signingKey === undefined ? `signkey-test-${'5eed'.repeat(16)}` : options.signingKey
  const client = new Inngest({ id: 'shop', eventKey: options.eventKey ?? 'event_key_emulator', baseUrl: emulator.url, isDev: signingKey === null, logger: quiet, ...(signingKey ? { signingKey } : {}) })
  const handler = serveFunctions({ client, functions: make(client) })
  const app = new Hono().all('/api/inngest', (context) => handler(context))
  const server = await serve((request) => app.fetch(request), '127.0.0.1', 0)
  const url = `http://127.0.0.1:${server.port}/api/inngest`
  await emulator.sync(url)
  return {
    emulator, client, url,
    async until(holds) {
      for (let turn = 0; turn < 600 && !holds(); turn += 1) await new Promise((done) => setTimeout(done, 10))
      if (!holds()) throw new Error(`it did not come to hold: ${JSON.stringify([...emulator.state().runs.values()])}`)
    },
    async close() {
      await emulator.close()
      await server.close()
    },
  }
}
