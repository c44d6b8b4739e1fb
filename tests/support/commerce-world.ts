import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { v7 } from 'uuid'
import { afterAll, beforeAll } from 'vitest'
import { startStripeEmulator, type StripeEmulator } from '../../emulators/stripe/start-stripe-emulator.ts'
import { newCheckoutToken, readPayoutState, setPrice, startCheckout, startPayoutSetup, type CommercePersonCtx, type StartedCheckout } from '../../src/modules/commerce/index.ts'
import { withTenant } from '../../src/platform/db/with-tenant.ts'
import { AppError } from '../../src/platform/errors/app-error.ts'
import { processStoredEvent } from '../../src/platform/inbox/process-stored-event.ts'
import { openIntake } from '../../src/platform/inbox/open-intake.ts'
import { receive } from '../../src/platform/inbox/receive.ts'
import { switchboard } from '../../src/switchboard.ts'
import { wire, type App } from '../../src/wiring.ts'
import { buildCourse, buildSchool, type BuiltSchool } from './builders.ts'
import { testConfig } from './test-app.ts'
import type { TestDatabase } from './test-database.ts'

/** A school that sells one course. */
export interface SellingSchool extends BuiltSchool {
  courseId: string
  accountId: string
}

/** The application, the emulator it pays with, and the way of the emulator's webhooks into the inbox. */
export interface CommerceWorld {
  app: App
  emulator: StripeEmulator
  ctx(organizationId: string, userId: string | null): CommercePersonCtx
  /** Waits for the webhooks under way, then does what the inbox left to its queue. */
  settle(): Promise<void>
  buildSeller(slug: string, terms?: { priceCents?: number; currency?: string; feeBps?: number }): Promise<SellingSchool>
  start(school: SellingSchool, email: string, more?: { token?: string; userId?: string | null; address?: string; coupon?: string | null; courseId?: string; productId?: string; licenceId?: string }): Promise<StartedCheckout>
  /** Begins to buy and presses a button of the payment page; webhooks have settled after it. */
  buy(school: SellingSchool, email: string, choice?: 'pay' | 'debit' | 'decline', coupon?: string): Promise<string>
  /** Balances of our ledgers, named as the emulator names its accounts. */
  ledgerBalances(schools: SellingSchool[]): Promise<Record<string, number>>
}

/** Gives the test file a world in which money moves. */
export function useCommerceWorld(database: () => TestDatabase): () => CommerceWorld {
  let world: (CommerceWorld & { close(): Promise<void> }) | null = null
  beforeAll(async () => {
    world = await openWorld(database())
  })
  afterAll(async () => {
    await world?.close()
  })
  return () => {
    if (!world) throw new Error('the world is there only while tests run')
    return world
  }
}

const secrets = { platform: 'whsec_of_the_platform', connect: 'whsec_of_connect' }

async function openWorld(database: TestDatabase): Promise<CommerceWorld & { close(): Promise<void> }> {
  let app: App | null = null
  const hooks = await serveHooks(() => app)
  const url = (path: string) => `http://127.0.0.1:${(hooks.address() as AddressInfo).port}/${path}`
  const emulator = await startStripeEmulator({
    port: 0,
    webhooks: [
      { url: url('stripe'), secret: secrets.platform },
      { url: url('stripe-connect'), secret: secrets.connect, connect: true },
      { url: url('stripe-connect'), secret: secrets.connect, thin: true },
    ],
  })
  const wired = wire(testConfig(database, {
    STRIPE_SECRET_KEY: emulator.secretKey,
    STRIPE_API_URL: emulator.url,
    STRIPE_WEBHOOK_SECRET: secrets.platform,
    STRIPE_CONNECT_WEBHOOK_SECRET: secrets.connect,
  }))
  app = wired
  const ctx = (organizationId: string, userId: string | null): CommercePersonCtx => ({
    ...wired.systemCtx,
    organizationId,
    userId,
    inTenant: (work) => withTenant(wired.pools.web, { organizationId, userId }, work),
  })
  const settle = async () => {
    await emulator.settled()
    const inbox = { ctx: wired.systemCtx, pool: wired.pools.system, switchboard }
    const left = await database.superuser.query<{ id: string }>(`select id from webhook_events where status = 'pending' and attempts = 0 order by created_at`)
    for (const { id } of left.rows) await processStoredEvent(inbox, { id })
  }
  const start: CommerceWorld['start'] = (school, email, more = {}) =>
    startCheckout(ctx(school.organizationId, more.userId ?? null), {
      subjectKind: more.licenceId ? 'licence' : more.productId ? 'product' : 'course',
      subjectId: more.licenceId ?? more.productId ?? more.courseId ?? school.courseId,
      email,
      coupon: more.coupon ?? null,
      token: more.token ?? newCheckoutToken(),
      address: more.address ?? v7(),
      doneUrl: (id) => `http://${school.slug}.example/checkout/${id}/done`,
      cancelUrl: `http://${school.slug}.example/courses/piano`,
    })
  return {
    app: wired,
    emulator,
    ctx,
    settle,
    start,
    buildSeller: (slug, terms) => buildSeller({ database, ctx, settle }, slug, terms),
    async buy(school, email, choice = 'pay', coupon) {
      const started = await start(school, email, { coupon })
      if (started.kind !== 'opened') throw new Error(`not opened: ${started.kind}`)
      await pressButton(started.url, { choice, email })
      await settle()
      return started.checkoutId
    },
    ledgerBalances: (schools) => ledgerBalances(database, schools),
    async close() {
      await emulator.close()
      hooks.closeAllConnections()
      await new Promise((done) => hooks.close(done))
      await wired.close()
    },
  }
}

/** The door of the webhooks, as the API has it: the raw body goes to the inbox. */
async function serveHooks(app: () => App | null): Promise<Server> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => void answer(Buffer.concat(chunks)))
    const answer = async (body: Buffer) => {
      const wired = app()
      const provider = request.url === '/stripe-connect' ? 'stripe-connect' : 'stripe'
      const verifier = wired?.webhooks[provider]
      if (!wired || !verifier) return response.writeHead(503).end()

      const headers = new Headers(Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]))
      const inbox = { ctx: wired.systemCtx, pool: wired.pools.system, switchboard, limits: { fastPathMs: 10_000 } }
      const sent = new Request('http://127.0.0.1/', { method: 'POST', headers, body: new Uint8Array(body) })
      try {
        const answered = await receive(openIntake(inbox), { provider, verify: (raw, given) => verifier.verify(raw, given), request: sent })
        return response.writeHead(answered.status).end()
      } catch (fault) {
        return response.writeHead(fault instanceof AppError ? fault.status : 500).end()
      }
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return server
}

interface Ground {
  database: TestDatabase
  ctx: CommerceWorld['ctx']
  settle(): Promise<void>
}

async function buildSeller({ database, ctx, settle }: Ground, slug: string, terms: Parameters<CommerceWorld['buildSeller']>[1] = {}): Promise<SellingSchool> {
  const currency = terms.currency ?? 'eur'
  const school = await buildSchool(database, slug)
  await database.superuser.query('update organizations set currency = $2, platform_fee_bps = $3 where id = $1', [school.organizationId, currency, terms.feeBps ?? 1000])
  const { courseId } = await buildCourse(database, school.organizationId)
  const owner = ctx(school.organizationId, school.ownerId)
  await owner.inTenant(({ tx }) => setPrice(tx, { organizationId: school.organizationId, id: v7(), subjectKind: 'course', subjectId: courseId, title: 'Piano', priceCents: terms.priceCents ?? 8900, currency }))
  const link = await startPayoutSetup(owner, { schoolName: slug, email: `${slug}@test.example`, currency, country: 'DE', returnUrl: 'http://127.0.0.1/return', refreshUrl: 'http://127.0.0.1/refresh' })
  await answerSetup(link.url, 'complete')
  await settle()
  await readPayoutState(owner, { isFresh: true })
  const found = await database.superuser.query('select provider_account_id from payout_accounts where organization_id = $1', [school.organizationId])
  return { ...school, courseId, accountId: found.rows[0].provider_account_id }
}

/** Walks through the provider's set-up page. */
export async function answerSetup(url: string, choice: 'complete' | 'unfinished' | 'restricted'): Promise<void> {
  const page = await (await fetch(url)).text()
  const ticket = /name="ticket" value="([^"]+)"/.exec(page)?.[1] ?? ''
  await pressButton(url, { ticket, choice })
}

/** Sends a form of one of the provider's pages. */
export async function pressButton(url: string, fields: Record<string, string>): Promise<Response> {
  return fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
}

async function ledgerBalances(database: TestDatabase, schools: SellingSchool[]): Promise<Record<string, number>> {
  const found = await database.superuser.query<{ organization_id: string; kind: string; holder: string; balance: number }>(
    `select a.organization_id, a.kind, a.holder, sum(e.amount_cents)::int as balance
     from ledger_accounts a join ledger_entries e on e.organization_id = a.organization_id and e.account_id = a.id
     where a.organization_id = any($1) group by a.organization_id, a.kind, a.holder`,
    [schools.map((school) => school.organizationId)],
  )
  const balances: Record<string, number> = {}
  for (const row of found.rows) {
    const account = schools.find((school) => school.organizationId === row.organization_id)?.accountId
    const name = row.kind === 'buyer' ? `buyer:${row.holder}` : row.kind === 'school' ? `connected:${account}` : row.kind
    balances[name] = (balances[name] ?? 0) + row.balance
  }
  return balances
}
