import { createHmac } from 'node:crypto'
import { Logger, runOnce } from 'graphile-worker'
import { sql } from 'kysely'
import { beforeAll } from 'vitest'
import type { SystemCtx } from '../../src/platform/ctx.ts'
import { systemClock } from '../../src/platform/clock/clock.ts'
import { asSystem } from '../../src/platform/db/as-system.ts'
import { openDirectPool } from '../../src/platform/db/direct-connection.ts'
import { uuidV7Ids } from '../../src/platform/ids/ids.ts'
import type { Inbox, InboxLimits } from '../../src/platform/inbox/inbox.ts'
import { openIntake } from '../../src/platform/inbox/open-intake.ts'
import { receive } from '../../src/platform/inbox/receive.ts'
import { BadSignature, type WebhookVerifier } from '../../src/platform/inbox/webhook-verifier.ts'
import { groundJobs } from '../../src/platform/jobs/ground-jobs.ts'
import { AppError } from '../../src/platform/errors/app-error.ts'
import type { InboxHandler, Subscriber, Switchboard } from '../../src/platform/switchboard-types.ts'
import type { Tx } from '../../src/platform/db/transaction.ts'
import type { TestDatabase } from './test-database.ts'

const secret = 'whsec_of_the_tests'
/** On a busy machine half a second is not much; only tests about it have no more. */
const patient: Partial<InboxLimits> = { fastPathMs: 10_000 }

/** The inbox and the outbox over a test's own handlers, whose only effect is a row that can be counted. */
export interface TestInbox {
  inbox: Inbox<SystemCtx>
  switchboard: Switchboard<SystemCtx>
  /** Sends a webhook through the door, with a patient fast path if no limits are given; the status is what the sender would see. */
  send(event: { id: string; type: string; body?: string }, options?: { signedAt?: Date; signature?: string; limits?: Partial<InboxLimits> }): Promise<number>
  /** What took effect, oldest first. */
  effects(): Promise<string[]>
  row(eventId: string): Promise<Record<string, unknown>>
  /** Runs every job, also those whose time has not come, until none is left that can run. */
  drainJobs(): Promise<void>
}

/** The effect of a handler under test: written in its transaction. */
export async function takeEffect(tx: Tx, name: string): Promise<void> {
  await sql`insert into test_effects (name) values (${name})`.execute(tx)
}

/**
 * Gives the test file an inbox.
 *
 * @param handlers what is done with each type of the provider `stripe`
 * @param events who hears which fact
 */
export function useTestInbox(database: () => TestDatabase, handlers: Record<string, InboxHandler>, events: Record<string, Subscriber[]> = {}): () => TestInbox {
  let made: TestInbox | null = null
  beforeAll(async () => {
    await database().superuser.query('create table test_effects (at serial, name text not null); grant select, insert on test_effects to service_role; grant usage on sequence test_effects_at_seq to service_role')
    made = makeTestInbox(database(), { inbox: { stripe: handlers }, events, jobs: {}, cron: [] })
  })
  return () => {
    if (!made) throw new Error('the inbox is there only while tests run')
    return made
  }
}

function makeTestInbox(database: TestDatabase, switchboard: Switchboard<SystemCtx>): TestInbox {
  const pool = database.pools.system
  const ctx: SystemCtx = { clock: systemClock, ids: uuidV7Ids, inSystem: (work) => asSystem(pool, ({ tx }) => work(tx)) }
  const inbox: Inbox<SystemCtx> = { ctx, pool, switchboard }
  return {
    inbox,
    switchboard,
    async send(event, options = {}) {
      const body = event.body ?? JSON.stringify({ id: event.id, type: event.type })
      const signedAt = options.signedAt ?? new Date()
      const headers = { 'x-signed-at': signedAt.toISOString(), 'x-signature': options.signature ?? sign(body, signedAt) }
      const request = new Request('http://127.0.0.1/', { method: 'POST', body, headers })
      try {
        return (await receive(openIntake({ ...inbox, limits: options.limits ?? patient }), { provider: 'stripe', verify: verifySigned, request })).status
      } catch (fault) {
        if (fault instanceof AppError) return fault.status
        throw fault
      }
    },
    async effects() {
      return (await database.superuser.query<{ name: string }>('select name from test_effects order by at')).rows.map((row) => row.name)
    },
    async row(eventId) {
      return (await database.superuser.query('select * from webhook_events where event_id = $1', [eventId])).rows[0]
    },
    drainJobs: () => drainJobs(database, { ctx, pool, switchboard }),
  }
}

function sign(body: string | Buffer, signedAt: Date): string {
  return createHmac('sha256', secret).update(signedAt.toISOString()).update(body).digest('hex')
}

const verifySigned: WebhookVerifier['verify'] = (body, headers) => {
  const signedAt = new Date(headers.get('x-signed-at') ?? '')
  if (headers.get('x-signature') !== sign(body, signedAt)) throw new BadSignature('not signed by the tests')

  const said = JSON.parse(body.toString('utf8')) as { id: string; type: string }
  return { eventId: said.id, type: said.type, payload: said, occurredAt: signedAt, signedAt }
}

const roundsMax = 50

/**
 * Runs every job, also those whose time has not come, until none is left that can run.
 *
 * @param isSettled asked after each round, where some may wait for what never comes
 */
export async function drainJobs(
  database: TestDatabase,
  ground: Parameters<typeof groundJobs<SystemCtx>>[0],
  isSettled: () => Promise<boolean> = async () => false,
): Promise<void> {
  const taskList = Object.fromEntries(Object.entries(groundJobs(ground)).map(([task, work]) => [task, (payload: unknown) => work(ground.ctx, payload)]))
  // A pool of its own, so that its end can be awaited: the database goes right after the last test.
  const queue = openDirectPool(database.source, 'coursecove-queue', 2)
  try {
    for (let round = 0; round < roundsMax; round += 1) {
      const due = await database.superuser.query('update graphile_worker._private_jobs set run_at = now() where attempts < max_attempts and locked_at is null')
      if (!due.rowCount) return
      await runOnce({ pgPool: queue, taskList, logger: new Logger(() => () => {}), noHandleSignals: true })
      if (await isSettled()) return
    }
    throw new Error(`jobs ask for more jobs without end (${roundsMax} rounds)`)
  } finally {
    await queue.end()
  }
}
