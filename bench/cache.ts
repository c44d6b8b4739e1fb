import { writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { join } from 'node:path'
import pg from 'pg'
import { ensureBuild } from '../bin/parts/build.ts'
import { freePort } from '../src/platform/db/free-port.ts'
import { atLeast, atMost, interleave, median, type Benchmark, type Figure } from './figures.ts'
import { run } from './run-program.ts'
import { measureChanges } from './storefront/measure-changes.ts'
import { hostOf, load, onSchool, untilAnswers, type Side } from './storefront/programs.ts'

const rounds = 5
const secondsARound = 4
const paths = ['/', '/courses']
const accepted = { 'accept-encoding': 'gzip, deflate, br' }

/** Requests a second of public pages that are kept, against a bare server that sends the same bytes; and how soon a change is seen. */
export const benchmark: Benchmark = {
  name: 'cache',
  async measure(say) {
    ensureBuild(say)
    return onSchool('cache', false, async ({ folder, superuserUrl, settings, programs }) => {
      const start = async (name: string, args: string[], env: NodeJS.ProcessEnv): Promise<Side> => {
        const side = { name, port: await freePort() }
        programs.push(run(args, { ...env, PORT: String(side.port) }))
        await untilAnswers(side)
        return side
      }
      const web = ['--enable-source-maps', 'build/server/server.js']
      const [page, second] = [await start('one', web, settings), await start('two', web, settings)]
      await untilKept(page)
      const answers = join(folder, 'answers.json')
      writeFileSync(answers, JSON.stringify(Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await fetchBytes(page, path)] as const)))))
      const peer = await start('peer', ['--disable-warning=ExperimentalWarning', 'bench/peers/same-bytes-peer.ts'], { PATH: process.env.PATH, PEER_ANSWERS: answers })
      return [...(await compare(page, peer, say)), ...(await watchChanges([page, second], superuserUrl, say))]
    })
  },
}

async function watchChanges(sides: readonly Side[], superuserUrl: string, say: (line: string) => void): Promise<Figure[]> {
  const writer = new pg.Client({ connectionString: superuserUrl })
  await writer.connect()
  const { writes, answers, oldestMs, rendersPerChange } = await measureChanges(sides, writer).finally(() => writer.end())
  say(`${writes} changes, 200 readers at two processes, ${answers} answers: an old page was still given to who asked ${oldestMs.toFixed(1)} ms after a change; ${rendersPerChange.toFixed(2)} times made for each change and process`)
  return [atMost('an old page after a change', oldestMs, 100, 'ms'), atMost('times a page is made after a change, for each process', rendersPerChange, 2, '')]
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
