import { Agent, get } from 'node:http'
import type { Client } from 'pg'
import { hostOf, type Side } from './programs.ts'

/** What readers saw while somebody wrote. */
export interface Changes {
  writes: number
  answers: number
  /** How long after a change was committed a request was still sent that was answered with the page before it. */
  oldestMs: number
  /** How often each process made the page, for one change. */
  rendersPerChange: number
}

const readers = 200
const writes = 20
const pauseMs = 300

/** Two hundred readers ask without a pause, and one person renames a course again and again. */
export async function measureChanges(sides: readonly Side[], writer: Client): Promise<Changes> {
  const { rows } = await writer.query<{ id: string }>(`select id from courses where status = 'published' and deleted_at is null order by position, id limit 1`)
  const course = rows[0]?.id
  const committed: number[] = []
  const agent = new Agent({ keepAlive: true, maxSockets: readers })
  let [isOver, answers, oldestMs] = [false, 0, 0]
  const before = await countMade(sides)

  const reading = Array.from({ length: readers }, async (_, index) => {
    const side = sides[index % sides.length] as Side
    while (!isOver) {
      const sentAt = performance.now()
      const seen = Number(/Renamed (\d+) times/.exec(await read(side, agent))?.[1] ?? -1)
      answers += 1
      // The oldest change that it did not show and that stood before it was sent.
      const missed = committed[seen + 1]
      if (missed !== undefined && missed < sentAt) oldestMs = Math.max(oldestMs, sentAt - missed)
    }
  })
  for (let write = 0; write < writes; write += 1) {
    await new Promise((done) => setTimeout(done, pauseMs))
    await writer.query('update courses set title = $2 where id = $1', [course, `Renamed ${write} times`])
    committed.push(performance.now())
  }
  await new Promise((done) => setTimeout(done, pauseMs))
  isOver = true
  await Promise.all(reading)
  agent.destroy()
  return { writes, answers, oldestMs, rendersPerChange: ((await countMade(sides)) - before) / (writes + 1) / sides.length }
}

function read(side: Side, agent: Agent, path = '/courses', host = hostOf(side)): Promise<string> {
  return new Promise((done, fail) => {
    get({ host: '127.0.0.1', port: side.port, path, headers: { host }, agent }, (answer) => {
      let body = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => (body += chunk)).on('error', fail)
      answer.on('end', () => (answer.statusCode === 200 ? done(body) : fail(new Error(`${side.name} answered ${answer.statusCode}`))))
    }).on('error', fail)
  })
}

/** By each process's own metrics. */
async function countMade(sides: readonly Side[]): Promise<number> {
  const agent = new Agent()
  const counts = await Promise.all(sides.map(async (side) => {
    const text = await read(side, agent, '/metrics', `coursecove.localhost:${side.port}`)
    return Number(/request_duration_seconds_count\{[^}]*route="\/courses"[^}]*status="2xx"[^}]*\} (\d+)/.exec(text)?.[1] ?? 0)
  }))
  return counts.reduce((sum, count) => sum + count, 0)
}
