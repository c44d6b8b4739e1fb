import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { createClock, type Clock } from '../core/clock.ts'
import { faultsSchema, type FaultsWish } from '../core/faults.ts'
import { serve, type Served } from '../core/serve.ts'
import { serveApi } from './api.ts'
import { callFunction } from './call-function.ts'
import { serveControl } from './control.ts'
import type { Emulator, Settings } from './emulator.ts'
import { createExecutor } from './executor.ts'
import { emptyState, type InngestState } from './state.ts'

export type InngestEmulatorOptions = Partial<Settings> & {
  /** 0 takes any free port. */
  port?: number | undefined
  host?: string | undefined
  /** Makes ids repeatable; by chance without it. */
  seed?: string | undefined
}

export type InngestEmulator = {
  url: string
  clock: Clock
  /** Everything it knows, to read. */
  state: () => InngestState
  /** Replaces all faults; `{}` clears them. */
  setFaults: (faults: FaultsWish) => void
  /** Tells an application to register, as a sync in the dashboard does. Answers what the application said. */
  sync: (url: string) => Promise<{ status: number | null; said: string }>
  /** Waits until no call is under way. */
  settled: () => Promise<void>
  /** Nobody answers here and nobody is called, until `comeBack`; what was taken is kept. */
  goDown: () => Promise<void>
  comeBack: () => Promise<void>
  close: () => Promise<void>
}

/** Inngest's own pauses between tries, as its source has them. */
const retrySeconds = [15, 30, 60, 120, 300, 600, 1200, 2400, 3600, 7200] as const

/**
 * Starts a local Inngest: an executor that speaks the protocol of the SDK.
 * @throws when the port is taken
 * @example const inngest = await startInngestEmulator({ port: 0, signingKey: null })
 */
export async function startInngestEmulator(options: InngestEmulatorOptions = {}): Promise<InngestEmulator> {
  const settings: Settings = {
    eventKey: options.eventKey ?? 'event_key_emulator',
    signingKey: options.signingKey === undefined ? `signkey-test-${'5eed'.repeat(16)}` : options.signingKey,
    retrySeconds: options.retrySeconds ?? retrySeconds,
    callTimeoutMs: options.callTimeoutMs ?? 60_000,
  }
  const emulator: Emulator = { state: emptyState(options.seed ?? randomBytes(12).toString('hex')), clock: createClock(), settings, pump: () => executor.pump() }
  const executor = createExecutor(emulator)
  const sync = async (url: string) => {
    const answer = await callFunction('PUT', url, { body: '', headers: { 'x-inngest-server-kind': settings.signingKey ? 'cloud' : 'dev' } }, 10_000)
    return { status: answer.status, said: answer.status === null ? answer.error : answer.body }
  }
  const app = new Hono()
  serveControl(app, emulator, sync)
  serveApi(app, emulator)
  const host = options.host ?? '127.0.0.1'
  let server: Served = await serve((request) => app.fetch(request), host, options.port ?? 8288)
  const { port } = server
  executor.pump()

  const goDown = async () => {
    await server.close()
    await executor.stop()
  }
  return {
    url: `http://${host}:${port}`,
    clock: emulator.clock,
    state: () => emulator.state,
    setFaults: (faults) => void (emulator.state.faults = faultsSchema.parse(faults)),
    sync,
    settled: () => executor.settled(),
    goDown,
    async comeBack() {
      server = await serve((request) => app.fetch(request), host, port)
      executor.start()
    },
    close: goDown,
  }
}
