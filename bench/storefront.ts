import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuild } from '../bin/parts/build.ts'
import { startEmbeddedDatabase } from '../src/platform/db/embedded-database.ts'
import { freePort } from '../src/platform/db/free-port.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { atLeast, interleave, median, type Benchmark, type Figure } from './figures.ts'
import type { Sample } from './peers/page-writer.ts'
import { slugOf } from './rls/schools.ts'
import { end, fetchPage, fillOneSchool, load, run, untilAnswers, type Side } from './storefront/programs.ts'

const rounds = 5
const secondsARound = 5
const appSecret = 'only for servers that live as long as the benchmark'
const pages = [
  { path: '/', name: 'storefront' },
  // The storefront shows the first six and leads here: this is where the cards are.
  { path: '/courses', name: 'all courses' },
]

/** Requests a second of a school's public pages, made anew each time, against the least that could send the same bytes. */
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
      const settings = { PATH: process.env.PATH, NODE_ENV: 'production', DATA_DIR: folder, DATABASE_URL: database.url, APP_SECRET: appSecret, LOG_LEVEL: 'error', PAGE_CACHE_MB: '0' }
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
    say(`${path}: ${bytes} bytes (peer ${peerBytes}), ${ours.html.split('<article').length - 1} cards, ${rounds} rounds of ${secondsARound} s each`)

    for (const side of [page, peer]) await load(side, path, 2)
    const found = await interleave(rounds, () => load(page, path, secondsARound), () => load(peer, path, secondsARound))
    say(`${path}: ${median(found.a).toFixed(0)} requests a second, peer ${median(found.b).toFixed(0)}; rounds ${found.ratios.map((ratio) => ratio.toFixed(3)).join(' ')}`)
    figures.push(atLeast(`fresh ${name} page to bare node:http`, median(found.ratios), 0.17, '×'))
  }
  return figures
}

async function takeSamples(page: Side): Promise<Record<string, Sample>> {
  return Object.fromEntries(await Promise.all(pages.map(async ({ path }) => [path, await fetchPage(page, path)])))
}
