import { afterEach, beforeEach } from 'vitest'
import type { InngestEmulator } from '../../emulators/inngest/start-inngest-emulator.ts'
import { inngestKeys, startInngest } from '../support/inngest-world.ts'
import type { FaultGround } from './harness.ts'
import type { Program, WebProgram } from './programs.ts'

/** Every fault test of the queue runs with each. */
export const queueKinds = ['in the database', 'Inngest'] as const
export type QueueKind = (typeof queueKinds)[number]

/** Who runs the jobs in a fault test, how it goes down, and how it comes back. */
export interface QueueLine {
  /** What the web process needs to know of it. */
  settings: Record<string, string>
  /** What the log says when the fast path leaves an event to it. */
  leaves: string
  /** Starts the web process and whoever else it takes; `runner` is the program in which jobs run. */
  startAll(environment?: Record<string, string>): Promise<{ web: WebProgram; runner: Program }>
  goDown(): Promise<void>
  comeBack(): Promise<void>
}

/** Gives each test its queue: a worker, or an Inngest that calls the web process. */
export function useQueueLine(kind: QueueKind, ground: () => FaultGround): () => QueueLine {
  let emulator: InngestEmulator | null = null
  let line: QueueLine | null = null
  beforeEach(async () => {
    if (kind === 'Inngest') emulator = await startInngest()
    line = emulator ? inngestLine(emulator, ground) : databaseLine(ground)
  })
  afterEach(async () => {
    await emulator?.close()
    emulator = null
  })
  return () => {
    if (!line) throw new Error('the queue is there only while tests run')
    return line
  }
}

function databaseLine(ground: () => FaultGround): QueueLine {
  let worker: Program | null = null
  return {
    settings: {},
    leaves: '⏳ Queuing"',
    async startAll(environment = {}) {
      worker = await ground().startWorker(environment)
      return { web: await ground().startWeb(environment), runner: worker }
    },
    goDown: async () => worker?.kill(),
    async comeBack() {
      worker = await ground().startWorker()
    },
  }
}

function inngestLine(emulator: InngestEmulator, ground: () => FaultGround): QueueLine {
  const settings = { ...inngestKeys, INNGEST_BASE_URL: emulator.url }
  return {
    settings,
    leaves: '⏳ Queuing to Inngest"',
    async startAll(environment = {}) {
      const web = await ground().startWeb({ ...settings, ...environment })
      const synced = await emulator.sync(`${web.url}/api/inngest`)
      if (synced.status !== 200) throw new Error(`Inngest does not know our functions: ${synced.said}`)
      return { web, runner: web }
    },
    goDown: () => emulator.goDown(),
    comeBack: () => emulator.comeBack(),
  }
}
