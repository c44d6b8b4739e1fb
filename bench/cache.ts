import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { ensureBuild } from '../bin/parts/build.ts'
import { startEmbeddedDatabase } from '../src/platform/db/embedded-database.ts'
import { freePort } from '../src/platform/db/free-port.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { atLeast, atMost, interleave, median, type Benchmark, type Figure } from './figures.ts'
import { measureChanges } from './storefront/measure-changes.ts'
import { end, fillOneSchool, hostOf, load, run, untilAnswers, type Side } from './storefront/programs.ts'

const rounds = 5
const secondsARound = 4
const appSecret = 'only for servers that live as long as the benchmark'
const paths = ['/', '/courses']
const accepted = { 'accept-encoding': 'gzip, deflate, br' }

/** Requests a second of public pages that are kept, against a bare server that sends the same bytes; and how soon a change is seen. */
export const benchmark: Benchmark = {
  name: 'cache',
  async measure(say) {
    ensureBuild(say)
    const folder = mkdtempSync(join(tmpdir(), 'coursecove-cache-'))
    const database = await startEmbeddedDatabase({ dataDir: folder, appSecret })
    const programs: ChildProcess[] = []
    try {
      await migrate({ databaseUrl: database.url, appSecret }, 'db')
      await fillOneSchool(database.superuserUrl)
      const settings = { PATH: process.env.PATH, NODE_ENV: 'production', DATA_DIR: folder, DATABASE_URL: database.url, APP_SECRET: appSecret, LOG_LEVEL: 'error' }
      const sides: Side[] = []
      for (const name of ['one', 'two']) {
        const side = { name, port: await freePort() }
        // Both answer to one name, as processes behind one proxy do.
        programs.push(run(['--enable-source-maps', 'build/server/server.js'], { ...settings, PORT: String(side.port), BASE_DOMAIN: `coursecove.localhost:${side.port}` }))
        await untilAnswers(side)
        sides.push(side)
      }
      const [page, second] = sides as [Side, Side]
      await untilKept(page)
      const peer = { name: 'peer', port: await freePort() }
      const answers = join(folder, 'answers.json')
      writeFileSync(answers, JSON.stringify(Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await fetchBytes(page, path)] as const)))))
      programs.push(run(['--disable-warning=ExperimentalWarning', 'bench/peers/same-bytes-peer.ts'], { PATH: process.env.PATH, PORT: String(peer.port), PEER_ANSWERS: answers }))
      await untilAnswers(peer)
      const figures = await compare(page, peer, say)

      const writer = new pg.Client({ connectionString: database.superuserUrl.replace(/postgres$/, 'coursecove') })
      await writer.connect()
      const changes = await measureChanges([page, second], writer).finally(() => writer.end())
      say(`${changes.writes} changes, 200 readers at two processes, ${changes.answers} answers: the old page was begun to be answered at most ${changes.oldestMs.toFixed(1)} ms after a change; ${changes.rendersPerChange.toFixed(2)} times made for each change, page and process`)
      return [...figures, atMost('an old page after a change', changes.oldestMs, 100, 'ms'), atMost('times a page is made after a change, for each process', changes.rendersPerChange, 2, '')]
    } finally {
      await Promise.all(programs.map(end))
      await database.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

async function compare(page: Side, peer: Side, say: (line: string) => void): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const path of paths) {
    const [ours, theirs] = [await fetchBytes(page, path), await fetchBytes(peer, path)]
    if (ours.body !== theirs.body) throw new Error(`${path}: the peer sends other bytes`)
    for (const side of [page, peer]) await load(side, path, 2, accepted)
    const found = await interleave(rounds, () => load(page, path, secondsARound, accepted), () => load(peer, path, secondsARound, accepted))
    say(`${path}: ${Buffer.from(ours.body, 'base64').length} bytes, ${median(found.a).toFixed(0)} requests a second, bare ${median(found.b).toFixed(0)}; rounds ${found.ratios.map((ratio) => ratio.toFixed(3)).join(' ')}`)
    figures.push(atLeast(`kept ${path === '/' ? 'storefront' : 'all courses'} page to bare node:http with the same bytes`, median(found.ratios), 0.9, '×'))
  }
  return figures
}

const ofTheConnection = new Set(['date', 'connection', 'keep-alive'])

function fetchBytes(side: Side, path: string): Promise<{ headers: Record<string, string>; body: string }> {
  return new Promise((done, fail) => {
    get({ host: '127.0.0.1', port: side.port, path, headers: { host: hostOf(side), ...accepted }, agent: false }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', fail)
      const headers = Object.entries(answer.headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !ofTheConnection.has(entry[0]))
      answer.on('end', () => done({ headers: Object.fromEntries(headers), body: Buffer.concat(chunks).toString('base64') }))
    }).on('error', fail)
  })
}

/** A process keeps pages once it hears the database. */
async function untilKept(side: Side): Promise<void> {
  for (const until = Date.now() + 10_000; Date.now() < until; await new Promise((done) => setTimeout(done, 50))) {
    for (const path of paths) await fetchBytes(side, path)
    if ((await fetchBytes(side, paths[0] ?? '/')).headers.etag) return
  }
  throw new Error('no page was kept')
}
