import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findRunner } from '../bin/parts/run-lock.ts'
import { atMost, median, type Benchmark, type Figure } from './figures.ts'
import { freePort } from '../src/platform/db/free-port.ts'

const rounds = 5
const limitSeconds = 2.5
const limitMegabytes = 250

/** How long from `npm start` to Melody's first page, when everything was built and seeded before. */
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

async function oneStart(dataDir: string, whileRunning: (supervisor: number) => Promise<void>): Promise<number> {
  const port = await freePort()
  const env = { ...process.env, DATA_DIR: dataDir, PORT: String(port), STRIPE_EMULATOR_PORT: String(await freePort()), LOG_LEVEL: 'error' }
  const before = performance.now()
  const command = spawn('npm', ['start'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  const gone = new Promise((done) => command.once('exit', done))
  try {
    while (!(await isShown(port))) {
      if (command.exitCode !== null) throw new Error(`the start ended with code ${command.exitCode}`)
      await new Promise((done) => setTimeout(done, 20))
    }
    const seconds = (performance.now() - before) / 1000
    await whileRunning(findRunner(dataDir)?.pid ?? 0)
    return seconds
  } finally {
    const runner = findRunner(dataDir)
    if (runner) process.kill(runner.pid, 'SIGTERM')
    await gone
  }
}

/** Whether the demo school's first page is answered. */
function isShown(port: number): Promise<boolean> {
  return new Promise((done) => {
    const asked = get({ host: '127.0.0.1', port, path: '/', headers: { host: `melody.coursecove.localhost:${port}` }, agent: false }, (answer) => {
      answer.resume().once('end', () => done(answer.statusCode === 200))
    })
    asked.once('error', () => done(false))
  })
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
