import { Webhook } from 'svix'
import { v7 } from 'uuid'
import { systemClock } from '../../src/platform/clock/clock.ts'
import type { SystemCtx } from '../../src/platform/ctx.ts'
import { asSystem } from '../../src/platform/db/as-system.ts'
import { uuidV7Ids } from '../../src/platform/ids/ids.ts'
import { openIntake } from '../../src/platform/inbox/open-intake.ts'
import { receive } from '../../src/platform/inbox/receive.ts'
import type { Switchboard } from '../../src/platform/switchboard-types.ts'
import { clerkWebhooks } from '../../src/providers/clerk/clerk-webhooks.ts'
import { switchboard } from '../../src/switchboard.ts'
import type { TestDatabase } from './test-database.ts'
import { drainJobs } from './test-inbox.ts'

/** An event as Clerk sends it. */
export interface ClerkEvent {
  /** The `svix-id`; a new one if not given. */
  id?: string
  type: string
  data: unknown
  /** Seconds or milliseconds, both occur. */
  timestamp: number
}

/** The application's own handlers for what Clerk says, behind the real inbox. */
export interface ClerkInbox {
  /** Sends an event as Svix would; the answer is the status. */
  send(event: ClerkEvent): Promise<number>
  /** Sends several, one after the other, and then lets everything that waits be tried. */
  tell(...events: ClerkEvent[]): Promise<void>
  /** Runs every job, also those whose time has not come. */
  settle(): Promise<void>
  row(id: string): Promise<Record<string, unknown> | undefined>
}

const secret = `whsec_${Buffer.from('known to the tests alone').toString('base64')}`

/** Gives a test file the inbox for events of Clerk. */
export function makeClerkInbox(database: TestDatabase): ClerkInbox {
  const pool = database.pools.system
  const ctx: SystemCtx = { clock: systemClock, ids: uuidV7Ids, inSystem: (work) => asSystem(pool, ({ tx }) => work(tx)) }
  const handlers = switchboard as unknown as Switchboard<SystemCtx>
  const intake = openIntake<SystemCtx>({ ctx, pool, intakePool: database.pools.intake, switchboard: handlers, limits: { fastPathMs: 10_000 } })
  const verifier = clerkWebhooks([secret], () => new Date())

  const send = async ({ id = `msg_${v7()}`, type, data, timestamp }: ClerkEvent) => {
    const body = JSON.stringify({ object: 'event', type, data, timestamp, instance_id: 'ins_test' })
    const signedAt = new Date()
    const headers = {
      'content-type': 'application/json',
      'svix-id': id,
      'svix-timestamp': String(Math.floor(signedAt.getTime() / 1000)),
      'svix-signature': new Webhook(secret).sign(id, signedAt, body),
    }
    const request = new Request('http://127.0.0.1/api/webhooks/clerk', { method: 'POST', body, headers })
    return (await receive(intake, { provider: 'clerk', verify: verifier.verify.bind(verifier), request })).status
  }
  const settle = () => drainJobs(database, { ctx, pool, switchboard: { ...handlers, events: {}, jobs: {} } }, untilNothingChanges(database))
  return {
    send,
    settle,
    async tell(...events) {
      for (const event of events) await send(event)
      await settle()
    },
    async row(id) {
      const { rows } = await database.superuser.query<Record<string, unknown>>('select * from webhook_events where event_id = $1', [id])
      return rows[0]
    },
  }
}

/** Says after each round whether the last one changed nothing: what still waits then waits for what has not been sent. */
function untilNothingChanges(database: TestDatabase): () => Promise<boolean> {
  let before = ''
  return async () => {
    const { rows } = await database.superuser.query(`select event_id, attempts, waiting_on from webhook_events where status = 'pending' order by event_id`)
    const now = JSON.stringify(rows)
    const isSame = now === before
    before = now
    return isSame
  }
}
