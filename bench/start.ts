import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atMost, median, type Benchmark, type Figure } from './figures.ts'
import { freePort } from '../src/platform/db/free-port.ts'

const rounds = 5
const limitSeconds = 2.5
const limitMegabytes = 250

/** How long from `npm start`'s program to the first page, when everything was built and seeded before. */
export const benchmark: Benchmark = {
  name: 'start',
  async measure(say) {
    const dataDir = mkdtempSync(join(tmpdir(), 'coursecove-start-'))
    try {
      say('first start: database, migrations, demo (not counted)')
      await oneStart(dataDir, () => Promise.resolve())
      const seconds: number[] = []
      let figures: Figure[] = []
      for (let round = 0; round < rounds; round += 1) {
        seconds.push(await oneStart(dataDir, async (pid) => {
          if (round === rounds - 1) figures = await memoryAtRest(pid, say)
        }))
        say(`warm start ${round + 1}: ${seconds.at(-1)?.toFixed(2)} s`)
      }
      return [atMost('warm start to first page', median(seconds), limitSeconds, 's'), ...figures]
    } finally {
      rmSync(dataDir, { recursive: true, force: true })
    }
  },
}

async function oneStart(dataDir: string, whileRunning: (pid: number) => Promise<void>): Promise<number> {
  const port = await freePort()
  const env = { ...process.env, DATA_DIR: dataDir, PORT: String(port), STRIPE_EMULATOR_PORT: String(await freePort()), LOG_LEVEL: 'error' }
  const before = performance.now()
  const child = spawn(process.execPath, ['bin/start.ts'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  try {
    await firstPage(port, child)
    const seconds = (performance.now() - before) / 1000
    await whileRunning(child.pid ?? 0)
    return seconds
  } finally {
    const gone = new Promise((done) => child.once('exit', done))
    child.kill('SIGTERM')
    await gone
  }
}

async function firstPage(port: number, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the start ended with code ${child.exitCode}`)
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/api/health`)
      if (answer.ok) return
    } catch {
      // Not listening yet.
    }
    await new Promise((done) => setTimeout(done, 20))
  }
}

/** Resident memory of the web and the worker process after ten quiet seconds, as Linux counts it. */
async function memoryAtRest(supervisor: number, say: (line: string) => void): Promise<Figure[]> {
  await new Promise((done) => setTimeout(done, 10_000))
  const children = readFileSync(`/proc/${supervisor}/task/${supervisor}/children`, 'utf8').trim().split(' ').map(Number)
  return children.flatMap((pid) => {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    const part = /build\/server\/(server|worker)\.js/.exec(command)?.[1]
    if (!part) return []
    const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
    say(`${part} at rest: ${(kilobytes / 1024).toFixed(0)} MB`)
    return [atMost(`memory at rest: ${part === 'server' ? 'web' : 'worker'}`, kilobytes / 1024, limitMegabytes, 'MB')]
  })
}
