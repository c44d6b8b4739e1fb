import { Hono } from 'hono'
import { afterAll, beforeAll } from 'vitest'
import { serve } from '../../emulators/core/serve.ts'
import { startInngestEmulator, type InngestEmulator, type InngestEmulatorOptions } from '../../emulators/inngest/start-inngest-emulator.ts'
import { inngestApi } from '../../src/app/api/inngest.ts'
import { answerFault } from '../../src/app/http/answer-fault.ts'
import { readConfig } from '../../src/platform/config/config.ts'
import type { SystemCtx } from '../../src/platform/ctx.ts'
import type { JobQueue } from '../../src/platform/jobs/job-queue.ts'
import type { WorkerGround } from '../../src/platform/jobs/run-worker.ts'
import { inngestQueue } from '../../src/providers/inngest/inngest-queue.ts'
import type { App } from '../../src/wiring.ts'

export const inngestKeys = { INNGEST_EVENT_KEY: 'an event key of these tests', INNGEST_SIGNING_KEY: `signkey-test-${'ab12'.repeat(16)}` }

/** Inngest as the queue over a test's own handlers, the emulator that it speaks to, and the address that it calls. */
export interface InngestWorld {
  emulator: InngestEmulator
  queue: JobQueue
  url: string
  /** What went out, and what ran, by the functions' names. */
  runs(): { name: string; status: string; calls: number }[]
}

/** An emulator with these keys. */
export function startInngest(options: InngestEmulatorOptions = {}): Promise<InngestEmulator> {
  return startInngestEmulator({ port: 0, eventKey: inngestKeys.INNGEST_EVENT_KEY, signingKey: inngestKeys.INNGEST_SIGNING_KEY, retrySeconds: [0.5, 1, 1, 2], ...options })
}

/** Gives the test file Inngest as its queue. */
export function useInngest(ground: () => WorkerGround<SystemCtx>): () => InngestWorld {
  let world: (InngestWorld & { close(): Promise<void> }) | null = null
  beforeAll(async () => {
    const emulator = await startInngest()
    const web = new Hono()
    web.onError(answerFault)
    const server = await serve((request) => web.fetch(request), '127.0.0.1', 0)
    const origin = `http://127.0.0.1:${server.port}`
    const { databaseUrl, appSecret } = ground().source
    const { inngest } = readConfig({ DATABASE_URL: databaseUrl, APP_SECRET: appSecret, ...inngestKeys, INNGEST_BASE_URL: emulator.url })
    if (!inngest) throw new Error('the settings do not choose Inngest')

    const queue = inngestQueue(inngest, origin, ground)
    web.route('/api/inngest', inngestApi({ queue } as App))
    const url = `${origin}/api/inngest`
    const synced = await emulator.sync(url)
    if (synced.status !== 200) throw new Error(`not synced: ${synced.said}`)
    world = {
      emulator,
      queue,
      url,
      runs: () => [...emulator.state().runs.values()].map(({ functionId, status, calls }) => ({ name: functionId.replace('coursecove-', ''), status, calls: calls.length })),
      async close() {
        await emulator.close()
        await queue.close()
        await server.close()
      },
    }
  })
  afterAll(async () => world?.close())
  return () => {
    if (!world) throw new Error('Inngest is there only while tests run')
    return world
  }
}
