import { ensureBuild } from '../bin/parts/build.ts'
import { atLeast, atMost, interleave, median, type Benchmark, type Figure } from './figures.ts'
import { startInboxPrograms, type InboxPrograms } from './inbox/programs.ts'
import { deliver, type Deliveries } from './inbox/senders.ts'
import { signEvents } from './inbox/signed-events.ts'

const rounds = 5
/** A round of the rates is short, and one in ten meets a flush of the database that the other side was spared: many of them, and the middle one. */
const rateRounds = 31
const backlogRounds = 11
let runs = 0

/** Events verified, stored and processed, against a bare server that only verifies and inserts. */
export const benchmark: Benchmark = {
  name: 'inbox',
  async measure(say) {
    ensureBuild(say)
    const programs = await startInboxPrograms()
    try {
      // Both have run for a while when they are measured, also with one delivery at a time.
      for (const senders of [32, 1]) for (const port of [programs.web, programs.peer]) await deliver(signEvents(2000, nextRun()), { port, senders })
      const alone = await compare(programs, { senders: 1, events: 400 }, say)
      const together = await compare(programs, { senders: 32, events: 1500 }, say)
      const figures = [
        atLeast('one sender: processed to bare node:http inserts', median(alone.ratios), 0.55, '×'),
        atLeast('32 senders share commits: processed to bare node:http inserts', median(together.ratios), 0.9, '×'),
        ...(await atHalfRate(programs, median(together.a) / 2, say)),
        await underBacklog(programs, say),
      ]
      await requireAllDone(programs)
      return figures
    } finally {
      await programs.stop()
    }
  },
}

interface Load { senders: number; events: number }

async function compare(programs: InboxPrograms, load: Load, say: (line: string) => void) {
  const rate = (port: number) => async () => (await send(port, load)).perSecond
  const found = await interleave(rateRounds, rate(programs.web), rate(programs.peer))
  say(`${load.senders} sender${load.senders > 1 ? 's' : ''}: ${median(found.a).toFixed(0)} events a second processed, bare ${median(found.b).toFixed(0)} inserted; rounds ${found.ratios.map((ratio) => ratio.toFixed(3)).join(' ')}`)
  return found
}

async function send(port: number, { senders, events }: Load): Promise<Deliveries> {
  return deliver(signEvents(events, nextRun()), { port, senders })
}

/**
 * Half of what was possible at most, evenly, for five rounds; the middle round counts. The database is settled before
 * each: what was measured before wrote a hundred thousand rows in a minute.
 */
async function atHalfRate(programs: InboxPrograms, perSecond: number, say: (line: string) => void): Promise<Figure[]> {
  const p99s: number[] = []
  const shares: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const run = nextRun()
    await settle(programs)
    const { milliseconds } = await deliver(signEvents(Math.round(perSecond * 5), run), { port: programs.web, senders: 32, perSecond })
    p99s.push(quantile(milliseconds, 0.99))
    shares.push(await fastShare(programs, run))
  }
  say(`half of that rate, ${perSecond.toFixed(0)} a second: p99 ${p99s.map((ms) => ms.toFixed(1)).join(' ')} ms, fast path ${shares.map((share) => (share * 100).toFixed(2)).join(' ')} %`)
  return [atMost('p99 at half of the top rate', median(p99s), 30, 'ms'), atLeast('fast path at half of the top rate', median(shares) * 100, 99.5, '%')]
}

async function fastShare(programs: InboxPrograms, run: string): Promise<number> {
  const [row] = await programs.ask<{ share: number }>(
    `select avg((handled_by = 'fast')::int)::float8 as share from webhook_events where payload ->> 'id' like $1`, [`user_bench${run}x%`])
  return row?.share ?? 0
}

/**
 * Does at once what a database that has run for a while has done by then. A checkpoint, because files of the log that
 * were filled before are used again, while a young database stops for fifty milliseconds whenever it fills a new one
 * with zeros; and what the automatic clean-up would do in the middle of a round.
 */
async function settle(programs: InboxPrograms): Promise<void> {
  await programs.ask('vacuum analyze webhook_events, users, graphile_worker._private_jobs')
  await programs.ask('checkpoint')
}

/**
 * How much slower new ones are while a hundred thousand wait for what has not come. A machine that is fast now is slow ten
 * seconds later, so each time beside the backlog stands between one before it and one after it.
 */
async function underBacklog(programs: InboxPrograms, say: (line: string) => void): Promise<Figure> {
  const time = async () => {
    await settle(programs)
    return median((await send(programs.web, { senders: 8, events: 2500 })).milliseconds)
  }
  const ratios: number[] = []
  let before = await time()
  for (let round = 0; round < backlogRounds; round += 1) {
    const planted = await programs.ask(plantBacklog)
    if (planted.length !== 100_000) throw new Error(`${planted.length} jobs stand beside 100,000 pending events`)
    const beside = await time()
    await programs.ask(clearBacklog)
    const after = await time()
    ratios.push(beside / ((before + after) / 2))
    before = after
  }
  say(`a new event beside 100,000 pending ones to one without: ${ratios.map((ratio) => ratio.toFixed(3)).join(' ')}`)
  return atMost('a new event beside 100,000 pending ones', median(ratios), 1.1, '×')
}

/**
 * Memberships whose people have not come, each with its job, spread over the next quarter of an hour. The jobs are
 * written as rows: the queue's own function, called a hundred thousand times in one statement, reads the table each time.
 */
const plantBacklog = `
  with planted as (
    insert into webhook_events (provider, event_id, event_type, payload, attempts, waiting_on, error, last_attempt_at, next_attempt_at)
    select 'clerk', 'backlog_' || n, 'organizationMembership.created', json_build_object('id', 'orgmem_backlog' || n, 'filler', repeat('x', 900)), 0,
      'clerk user user_backlog' || n, 'waits', now(), now() + interval '1 minute' + n * interval '9 milliseconds'
    from generate_series(1, 100000) n returning id, next_attempt_at)
  insert into graphile_worker._private_jobs (task_id, payload, run_at, max_attempts, key)
  select t.id, json_build_object('id', p.id), p.next_attempt_at, 25, p.id::text
  from planted p, graphile_worker._private_tasks t where t.identifier = 'process-inbox-event' returning key`
const clearBacklog = `
  with gone as (delete from webhook_events where event_id like 'backlog_%' returning id::text)
  delete from graphile_worker._private_jobs where key in (select id from gone)`

async function requireAllDone(programs: InboxPrograms): Promise<void> {
  const open = await programs.ask<{ status: string }>(`select status, error from webhook_events where status <> 'completed' limit 3`)
  if (open.length) throw new Error(`events were left: ${JSON.stringify(open)}`)
  const [row] = await programs.ask<{ events: number; users: number }>(`select (select count(*) from webhook_events)::int as events, (select count(*) from users)::int as users`)
  if (!row || row.events !== row.users) throw new Error(`${row?.events} events made ${row?.users} users`)
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}

function nextRun(): string {
  runs += 1
  return String(runs)
}
