import { Logger, runOnce } from 'graphile-worker'
import { beforeEach, expect, vi } from 'vitest'
import { addEndpoint, listDeliveries, readEndpoint, sendTest, sendWebhook, type DeliveryLine, type WebhookSender } from '../../src/modules/webhooks/index.ts'
import type { EndpointInput } from '../../src/modules/webhooks/endpoints/endpoint.schema.ts'
import { openDirectPool } from '../../src/platform/db/direct-connection.ts'
import { groundJobs } from '../../src/platform/jobs/ground-jobs.ts'
import { webhookHttpSender } from '../../src/providers/webhook-http/webhook-http-sender.ts'
import { switchboard } from '../../src/switchboard.ts'
import type { AppCtx } from '../../src/wiring.ts'
import { useCommerceWorld, type CommerceWorld, type SellingSchool } from './commerce-world.ts'
import type { TestDatabase } from './test-database.ts'
import { useWebhookReceiver, type WebhookReceiver } from './webhook-receiver.ts'

/** What a person of the school does things with. */
export type WebhookPerson = AppCtx & ReturnType<CommerceWorld['ctx']>

/** A school with an endpoint and one test on its way to it, whose jobs are left to the caller. */
export interface SchoolWithTest {
  school: SellingSchool
  endpointId: string
  secret: string
  deliveryId: string
}

/** Schools that sell, a receiver on this machine, and the jobs between them. */
export interface WebhookWorld extends Pick<CommerceWorld, 'buildSeller' | 'buy'> {
  receiver: WebhookReceiver
  /** The system's context, allowed to reach this machine. */
  ctx(): AppCtx
  person(school: SellingSchool, userId?: string): WebhookPerson
  /** An endpoint at the receiver. */
  input(more?: Partial<EndpointInput>): EndpointInput
  withTest(slug: string): Promise<SchoolWithTest>
  /** One try of a delivery, now. */
  tryNow(school: SellingSchool, deliveryId: string, sender?: WebhookSender): Promise<void>
  /** Does the jobs whose time has come, or all of them, whatever their time, until none is left. */
  work(which?: 'due' | 'all'): Promise<void>
  stateOf(school: SellingSchool, endpointId: string): ReturnType<typeof readEndpoint>
  logOf(school: SellingSchool, endpointId: string): Promise<DeliveryLine[]>
}

/** Gives the test file a world in which schools tell what happens. Each test begins with no jobs and a receiver that takes all. */
export function useWebhookWorld(database: () => TestDatabase): () => WebhookWorld {
  const commerce = useCommerceWorld(database)
  const receiver = useWebhookReceiver()
  const ctx = (): AppCtx => ({ ...commerce().app.systemCtx, webhookSender: webhookHttpSender({ mayReachLoopback: true, timeoutMs: 10_000 }) })
  const person = (school: SellingSchool, userId = school.ownerId): WebhookPerson => ({ ...ctx(), ...commerce().ctx(school.organizationId, userId) })
  const input = (more: Partial<EndpointInput> = {}): EndpointInput => ({ url: receiver().url, description: '', facts: ['order.paid', 'order.refunded'], ...more })
  beforeEach(async () => {
    await database().superuser.query('delete from graphile_worker._private_jobs')
    receiver().received.length = 0
    receiver().answer = (response) => response.writeHead(204).end()
  })
  return () => ({
    buildSeller: (slug, terms) => commerce().buildSeller(slug, terms),
    buy: (school, email, choice) => commerce().buy(school, email, choice),
    receiver: receiver(),
    ctx,
    person,
    input,
    async withTest(slug) {
      const school = await commerce().buildSeller(slug)
      const { endpointId, secret } = await addEndpoint(person(school), input())
      if (!secret) throw new Error('the endpoint was there')
      return { school, endpointId, secret, deliveryId: await sendTest(person(school), endpointId) }
    },
    tryNow: (school, deliveryId, sender = ctx().webhookSender) => sendWebhook({ ...ctx(), webhookSender: sender }, { organizationId: school.organizationId, deliveryId }),
    work: (which = 'due') => work(database(), { ctx: ctx(), pool: commerce().app.pools.system }, which),
    stateOf: (school, endpointId) => readEndpoint(person(school), endpointId),
    logOf: async (school, endpointId) => (await listDeliveries(person(school), { endpointId, status: null, before: null })).deliveries,
  })
}

const roundsMax = 30

async function work(database: TestDatabase, ground: { ctx: AppCtx; pool: CommerceWorld['app']['pools']['system'] }, which: 'due' | 'all'): Promise<void> {
  const handlers = { ...groundJobs({ ...ground, switchboard }), ...switchboard.jobs }
  const taskList = Object.fromEntries(Object.entries(handlers).map(([task, job]) => [task, async (payload: unknown) => void (await job(ground.ctx, payload))]))
  const queue = openDirectPool(database.source, 'coursecove-queue', 2)
  try {
    for (let round = 0; round < roundsMax; round += 1) {
      if (which === 'all') await database.superuser.query('update graphile_worker._private_jobs set run_at = now() where attempts < max_attempts')
      await runOnce({ pgPool: queue, taskList, logger: new Logger(() => () => {}), noHandleSignals: true })
      // The first mail that is rendered takes its time, and the run does not wait for it.
      await vi.waitFor(async () => {
        expect((await database.superuser.query('select 1 from graphile_worker._private_jobs where locked_at is not null')).rowCount).toBe(0)
      }, { timeout: 60_000, interval: 25 })
      const left = await database.superuser.query('select 1 from graphile_worker._private_jobs where attempts < max_attempts and ($1 or run_at <= now())', [which === 'all'])
      if (left.rowCount === 0) return
    }
    const stuck = await database.superuser.query('select task_identifier, attempts, locked_by, run_at, last_error from graphile_worker.jobs')
    throw new Error(`jobs ask for more jobs without end (${roundsMax} rounds): ${JSON.stringify(stuck.rows)}`)
  } finally {
    await queue.end()
  }
}
