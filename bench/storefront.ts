import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuild } from '../bin/parts/build.ts'
import { freePort } from '../src/platform/db/free-port.ts'
import { atLeast, interleave, median, type Benchmark, type Figure } from './figures.ts'
import type { Sample } from './peers/page-writer.ts'
import { slugOf } from './rls/schools.ts'
import { run } from './run-program.ts'
import { fetchPage, load, onSchool, untilAnswers, type Side } from './storefront/programs.ts'

const rounds = 5
const secondsARound = 5
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
    return onSchool('storefront', true, async ({ folder, settings, programs }) => {
      const page = { name: 'page', port: await freePort() }
      programs.push(run(['--enable-source-maps', 'build/server/server.js'], { ...settings, PORT: String(page.port), PAGE_CACHE_MB: '0' }))
      await untilAnswers(page)

      const samples = join(folder, 'samples.json')
      writeFileSync(samples, JSON.stringify(await takeSamples(page)))
      const peer = { name: 'peer', port: await freePort() }
      programs.push(run(['--disable-warning=ExperimentalWarning', 'bench/peers/storefront-peer.ts'], { ...settings, PORT: String(peer.port), PEER_SAMPLES: samples, PEER_SLUG: slugOf(1) }))
      await untilAnswers(peer)
      return compare(page, peer, say)
    })
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
