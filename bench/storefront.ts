import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import pg from 'pg'
import { ensureBuild } from '../bin/parts/build.ts'
import { startEmbeddedDatabase } from '../src/platform/db/embedded-database.ts'
import { freePort } from '../src/platform/db/free-port.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { atLeast, interleave, median, type Benchmark, type Figure } from './figures.ts'
import type { Sample } from './peers/page-writer.ts'
import { fillSchools, slugOf } from './rls/schools.ts'

const rounds = 5
const secondsARound = 5
const connections = 10
const appSecret = 'only for servers that live as long as the benchmark'
const pages = [
  { path: '/', name: 'storefront' },
  // The storefront shows the first six and leads here: this is where the cards are.
  { path: '/courses', name: 'all courses' },
]

interface Side { name: string; port: number }

/** Requests a second of a school's public pages, never cached, against the least that could send the same bytes. */
export const benchmark: Benchmark = {
  name: 'storefront',
  async measure(say) {
    ensureBuild(say)
    const folder = mkdtempSync(join(tmpdir(), 'coursecove-storefront-'))
    const database = await startEmbeddedDatabase({ dataDir: folder, appSecret, isForTests: true })
    const programs: ChildProcess[] = []
    try {
      await migrate({ databaseUrl: database.url, appSecret }, 'db')
      await fillOneSchool(database.superuserUrl)
      const settings = { PATH: process.env.PATH, NODE_ENV: 'production', DATA_DIR: folder, DATABASE_URL: database.url, APP_SECRET: appSecret, LOG_LEVEL: 'error' }
      const page = { name: 'page', port: await freePort() }
      programs.push(run(['--enable-source-maps', 'build/server/server.js'], { ...settings, PORT: String(page.port) }))
      await untilAnswers(page)

      const samples = join(folder, 'samples.json')
      writeFileSync(samples, JSON.stringify(await takeSamples(page)))
      const peer = { name: 'peer', port: await freePort() }
      programs.push(run(['--disable-warning=ExperimentalWarning', 'bench/peers/storefront-peer.ts'], { ...settings, PORT: String(peer.port), PEER_SAMPLES: samples, PEER_SLUG: slugOf(1) }))
      await untilAnswers(peer)
      return await compare(page, peer, say)
    } finally {
      await Promise.all(programs.map(end))
      await database.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

async function compare(page: Side, peer: Side, say: (line: string) => void): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const { path, name } of pages) {
    const [ours, theirs] = [await fetchPage(page, path), await fetchPage(peer, path)]
    const [bytes, peerBytes] = [Buffer.byteLength(ours.html), Buffer.byteLength(theirs.html)]
    if (Math.abs(bytes / peerBytes - 1) > 0.02) throw new Error(`${path}: the page has ${bytes} bytes and the peer's ${peerBytes}`)
    say(`${path}: ${bytes} bytes (peer ${peerBytes}), ${ours.html.split('<article').length - 1} cards, ${connections} connections, ${rounds} rounds of ${secondsARound} s each`)

    for (const side of [page, peer]) await load(side, path, 2)
    const found = await interleave(rounds, () => load(page, path, secondsARound), () => load(peer, path, secondsARound))
    say(`${path}: ${median(found.a).toFixed(0)} requests a second, peer ${median(found.b).toFixed(0)}; rounds ${found.ratios.map((ratio) => ratio.toFixed(3)).join(' ')}`)
    figures.push(atLeast(`fresh ${name} page to bare node:http`, median(found.ratios), 0.17, '×'))
  }
  return figures
}

async function fillOneSchool(superuserUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl.replace(/postgres$/, 'coursecove') })
  await client.connect()
  try {
    await fillSchools(client, 1)
  } finally {
    await client.end()
  }
}

/** Requests a second. Every answer has to be a page. */
async function load(side: Side, path: string, seconds: number): Promise<number> {
  const result = await autocannon({ url: `http://127.0.0.1:${side.port}${path}`, connections, duration: seconds, headers: { host: hostOf(side) } })
  if (result.non2xx || result.errors || result.timeouts) throw new Error(`${side.name} ${path}: ${result.non2xx} bad answers, ${result.errors} errors, ${result.timeouts} timeouts`)
  return result.requests.average
}

async function takeSamples(page: Side): Promise<Record<string, Sample>> {
  return Object.fromEntries(await Promise.all(pages.map(async ({ path }) => [path, await fetchPage(page, path)])))
}

const ofTheConnection = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length'])

function fetchPage(side: Side, path: string): Promise<Sample> {
  return new Promise((done, fail) => {
    get({ host: '127.0.0.1', port: side.port, path, headers: { host: hostOf(side) }, agent: false }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', fail)
      answer.on('end', () => {
        if (answer.statusCode !== 200) return fail(new Error(`${side.name} ${path} answered ${answer.statusCode}`))
        const headers = Object.entries(answer.headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !ofTheConnection.has(entry[0]))
        done({ html: Buffer.concat(chunks).toString(), headers: Object.fromEntries(headers) })
      })
    }).on('error', fail)
  })
}

/** The peer stands at the same name with another port; only the school in front matters to it. */
function hostOf(side: Side): string {
  return `${slugOf(1)}.coursecove.localhost:${side.port}`
}

async function untilAnswers(side: Side): Promise<void> {
  for (const until = Date.now() + 30_000; Date.now() < until; await new Promise((done) => setTimeout(done, 100))) {
    const isThere = await fetchPage(side, '/').then(() => true, (fault: NodeJS.ErrnoException) => {
      if (fault.code === 'ECONNREFUSED') return false
      throw fault
    })
    if (isThere) return
  }
  throw new Error(`the ${side.name} did not answer for half a minute`)
}

function run(args: string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
}

async function end(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return
  const gone = new Promise((done) => program.once('exit', done))
  program.kill('SIGTERM')
  await gone
}
