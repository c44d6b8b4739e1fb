import { Logger, runOnce } from 'graphile-worker'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { clerkGone, clerkMembership, clerkOrganization, clerkUser } from '../../../../tests/support/clerk-objects.ts'
import { makeClerkInbox } from '../../../../tests/support/clerk-inbox.ts'
import { useCommerceWorld } from '../../../../tests/support/commerce-world.ts'
import { listTextColumns, listTraces } from '../../../../tests/support/list-traces.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { openDirectPool } from '#platform/db/direct-connection.ts'
import { groundJobs } from '#platform/jobs/ground-jobs.ts'
import { emptyPaymentEvents, refundOrder } from '../index.ts'
import { switchboard } from '../../../switchboard.ts'
import { standing } from '../../../../tests/support/where-people-stand.ts'

const database = useTestDatabase()
const world = useCommerceWorld(database)
const ask = async (text: string, values: unknown[] = []) => (await database().superuser.query<Record<string, unknown>>(text, values)).rows

/** Runs every job there is, as the worker would, also those whose time has not come. */
async function work(): Promise<void> {
  const ctx = world().app.systemCtx
  const handlers = { ...groundJobs({ ctx, pool: world().app.pools.system, switchboard }), ...switchboard.jobs }
  const taskList = Object.fromEntries(Object.entries(handlers).map(([task, job]) => [task, async (payload: unknown) => void (await job(ctx, payload))]))
  const queue = openDirectPool(database().source, 'coursecove-queue', 2)
  try {
    for (let round = 0; round < 10; round += 1) {
      const due = await ask('update graphile_worker._private_jobs set run_at = now() where attempts < max_attempts returning id')
      if (due.length === 0) return
      await runOnce({ pgPool: queue, taskList, logger: new Logger(() => () => {}), noHandleSignals: true })
    }
  } finally {
    await queue.end()
  }
}

/** Somebody with a name that nobody else has, come by one of the two ways. */
async function arrive(provider: 'builtin' | 'clerk', mark: string) {
  const [subject, name, email] = [provider === 'clerk' ? `user_${mark}` : v7(), `Zephyrine ${mark}`, `zephyrine.${mark}@test.example`]
  const clerk = makeClerkInbox(database())
  const at = Date.now()
  const person = { id: subject, firstName: 'Zephyrine', lastName: mark, email, createdAtMs: at, updatedAtMs: at }
  const organization = { id: `org_${mark}`, name: 'Clerk school', slug: `clerk-${mark}`, createdBy: null, createdAtMs: at, updatedAtMs: at }
  const membership = clerkMembership({ id: `orgmem_${mark}`, organization, userId: subject, role: 'org:member', createdAtMs: at, updatedAtMs: at })
  const said = { ...membership, public_user_data: { user_id: subject, identifier: email, first_name: 'Zephyrine', last_name: mark, image_url: '' } }
  if (provider === 'clerk') {
    await clerk.tell(
      { type: 'user.created', data: clerkUser(person), timestamp: at },
      { type: 'organization.created', data: clerkOrganization(organization), timestamp: at },
      { type: 'organizationMembership.created', data: said, timestamp: at },
    )
  } else {
    await ask(`insert into better_auth."user" (id, name, email, "emailVerified") values ($1, $2, $3, true)`, [subject, name, email])
    await ask(`insert into better_auth.session (id, token, "userId", "expiresAt", "ipAddress") values ($1, $1, $1, now() + interval '1 day', '127.0.0.1')`, [subject])
    await ask(`insert into better_auth.verification (id, identifier, value, "expiresAt") values ($1, 'hashed', $2, now() + interval '7 days')`, [v7(), JSON.stringify({ email, name })])
    await work()
  }
  const [row] = await ask('select user_id as id from user_identities where subject = $1', [subject])
  return {
    userId: String(row?.id),
    name,
    email,
    async leave() {
      if (provider === 'clerk') await clerk.tell({ type: 'user.deleted', data: clerkGone('user', subject), timestamp: Date.now() })
      else await ask('delete from better_auth."user" where id = $1', [subject])
      await work()
    },
    /** The same person's past, told late. */
    async comeUpAgain() {
      if (provider === 'clerk') return clerk.tell({ type: 'user.updated', data: clerkUser(person), timestamp: at })
      await ask(`insert into webhook_events (provider, event_id, event_type, payload) values ('builtin', $1, 'user.updated', $2)`, [v7(), JSON.stringify({ id: subject, name, email, email_verified: true })])
      for (const { id } of await ask(`select id from webhook_events where status = 'pending'`)) await ask(`select jobs.enqueue('process-inbox-event', json_build_object('id', $1::text), $1::text, now())`, [id])
    },
  }
}

/** Buys, gets a part back, leaves another attempt unpaid and one on its way, is invited, and has everything mailed. */
async function live(slug: string, person: { userId: string; name: string; email: string }): Promise<{ organizationId: string; orderId: string }> {
  const school = await world().buildSeller(slug)
  const owner = world().ctx(school.organizationId, school.ownerId)
  const started = await world().start(school, person.email, { userId: person.userId })
  if (started.kind !== 'opened') throw new Error(started.kind)
  await fetch(started.url, { method: 'POST', body: new URLSearchParams({ choice: 'pay', email: person.email, name: person.name }), redirect: 'manual' })
  await world().settle()
  const [order] = await ask('select id from orders where organization_id = $1', [school.organizationId])
  const orderId = String(order?.id)
  await refundOrder(owner, { orderId, amountCents: 500, reason: `asked by ${person.email}` })
  await world().settle()
  await ask(
    `insert into organization_invitations (organization_id, id, email, role, token_hash, invited_by, expires_at) values ($1, gen_random_uuid(), upper($2), 'student', $3, $4, now())`,
    [school.organizationId, person.email, v7(), school.ownerId],
  )
  await work()
  return { organizationId: school.organizationId, orderId }
}

describe('somebody who is gone', () => {
  it.each(['builtin', 'clerk'] as const)('has no name and no address left in any text of any table (%s)', async (provider) => {
    const mark = v7().slice(-10)
    const person = await arrive(provider, mark)
    const { organizationId, orderId } = await live(`everywhere-${mark}`, person)
    const before = await listTraces(database(), [mark])
    expect(before).toEqual(expect.arrayContaining(['public.orders.buyer_email', 'public.checkouts.email', 'public.ledger_accounts.holder', 'public.ledger_transactions.description', 'public.mail_messages.to_address', 'public.order_notes.detail', 'public.webhook_events.payload', 'public.refunds.reason']))

    await person.leave()
    await person.comeUpAgain()
    await work()
    // What a provider calls someone stays: it is how a late event is known as late. Their school at Clerk is a school.
    const isKept = (place: string) => provider === 'clerk' && ['public.user_identities.subject', 'public.sync_states.subject', 'public.sync_states.about', 'public.organizations.slug', 'public.organizations.clerk_id', 'public.organization_memberships.clerk_id'].includes(place)
    const after = await listTraces(database(), [person.email, person.name, ...(provider === 'clerk' ? [] : [mark])], [`everywhere-${mark}`])
    expect(after.filter((place) => !isKept(place))).toEqual([])

    const [order] = await ask('select buyer_email, buyer_name, gross_cents, refunded_cents from orders where id = $1', [orderId])
    expect(order).toEqual({ buyer_email: expect.stringMatching(/^deleted-[\w-]+@deleted\.invalid$/), buyer_name: '', gross_cents: 8900, refunded_cents: 500 })
    expect(await ask(`select holder, sum(amount_cents)::int as cents from ledger_accounts a join ledger_entries e on e.account_id = a.id where a.organization_id = $1 and kind = 'buyer' group by 1`, [organizationId])).toEqual([{ holder: order?.buyer_email, cents: -8400 }])
  })

  it('is still the one whose refund is booked, under the same alias and without a mail', async () => {
    const mark = v7().slice(-10)
    const person = await arrive('builtin', mark)
    const { organizationId, orderId } = await live(`refund-${mark}`, person)
    await person.leave()
    const [owner] = await ask(`select user_id as id from organization_memberships where organization_id = $1 and role = 'owner'`, [organizationId])
    await refundOrder(world().ctx(organizationId, String(owner?.id)), { orderId, reason: '' })
    await world().settle()
    await work()
    expect(await ask(`select sum(amount_cents)::int as cents, count(distinct a.id)::int as accounts from ledger_accounts a join ledger_entries e on e.account_id = a.id where a.organization_id = $1 and kind = 'buyer'`, [organizationId])).toEqual([{ cents: 0, accounts: 1 }])
    expect(await ask(`select id from mail_messages where to_address like '%deleted.invalid'`)).toEqual([])
    // What the payment provider tells after somebody went is emptied at night.
    await emptyPaymentEvents(world().app.systemCtx)
    expect(await listTraces(database(), [mark], [`refund-${mark}`])).toEqual([])
  })

  it('takes nothing of another who bought under the same address, nor of one whose address they only typed', async () => {
    const mark = v7().slice(-10)
    const victim = await arrive('builtin', mark)
    const { orderId } = await live(`victim-${mark}`, victim)
    const clerk = makeClerkInbox(database())
    const [subject, at] = [`user_thief_${v7().slice(-6)}`, Date.now()]
    const claim = clerkUser({ id: subject, firstName: 'Thief', email: victim.email, createdAtMs: at, updatedAtMs: at })
    const unproven = JSON.parse(JSON.stringify(claim).replaceAll('"verified"', '"unverified"')) as unknown
    await clerk.tell({ type: 'user.created', data: unproven, timestamp: at }, { type: 'user.deleted', data: clerkGone('user', subject), timestamp: at + 1 })
    await work()
    expect(await ask('select buyer_email from orders where id = $1', [orderId])).toEqual([{ buyer_email: victim.email }])
    expect((await ask('select name from users where id = $1', [victim.userId]))[0]?.name).toBe(victim.name)
  })
})

describe('where people stand', () => {
  it('is said of every column that can hold words, and of none that is not there', async () => {
    const columns = await listTextColumns(database())
    const said = Object.keys(standing)
    const isSaid = (column: string) => said.includes(column) || said.includes(column.replace(/\.[^.]+$/, '.*'))
    expect(columns.filter((column) => !isSaid(column))).toEqual([])
    expect(said.filter((place) => !columns.some((column) => column === place || column.replace(/\.[^.]+$/, '.*') === place))).toEqual([])
    console.log(`forgetting: ${columns.length} columns looked through`)
  })
})
