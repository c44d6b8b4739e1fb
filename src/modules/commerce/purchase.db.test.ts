import { describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import { buildUser } from '../../../tests/support/builders.ts'
import { pressButton, useCommerceWorld, type SellingSchool } from '../../../tests/support/commerce-world.ts'
import { useTestDatabase } from '../../../tests/support/test-database.ts'
import { checkOpenCheckouts, completeCheckout, explainBalance, listBuyerBalances, listOrders, newCheckoutToken, readBegunEmail, readCheckout, readLedger, readOrder } from './index.ts'

const database = useTestDatabase()
const world = useCommerceWorld(database)

const rows = async (text: string, values: unknown[]) => (await database().superuser.query(text, values)).rows
const ordersOf = (checkoutId: string) => rows('select * from orders where checkout_id = $1', [checkoutId])
const statusOf = async (checkoutId: string) => (await rows('select status from checkouts where id = $1', [checkoutId]))[0].status
const noWebhooks = () => world().emulator.setFaults({ webhooks: [{ kind: 'drop', times: null }] })

function eventsAbout(type: string): string[] {
  return Object.values(world().emulator.state().events).filter((event) => event.type === type).map((event) => event.id)
}

async function redeliver(event: string, times = 1): Promise<void> {
  await fetch(`${world().emulator.url}/_emulator/redeliver`, { method: 'POST', body: JSON.stringify({ event, times, concurrently: times > 1 }) })
  await world().settle()
}

/** Every balance of ours is the provider's, to the cent. */
async function expectSameBooks(schools: SellingSchool[]): Promise<void> {
  const ours = await world().ledgerBalances(schools)
  const theirs = world().emulator.balances()
  for (const [name, cents] of Object.entries(ours)) {
    if (name === 'platform' || name === 'processor') continue
    expect([name, cents]).toEqual([name, Object.values(theirs[name] ?? {})[0]])
  }
  expect(Object.values(ours).reduce((sum, cents) => sum + cents, 0)).toBe(0)
}

describe('a purchase', () => {
  it('makes order 1, the ledger of the provider, a student and one fact to hear', async () => {
    const school = await world().buildSeller('story')
    const checkoutId = await world().buy(school, 'mei@test.example')

    const [order] = await ordersOf(checkoutId)
    expect(order).toMatchObject({ number: 1, gross_cents: 8900, platform_fee_cents: 890, processor_fee_cents: 159, status: 'paid', buyer_email: 'mei@test.example' })
    expect(await world().ledgerBalances([school])).toEqual({
      'buyer:mei@test.example': -8900, [`connected:${school.accountId}`]: 8010, platform: 731, processor: 159,
    })
    await expectSameBooks([school])
    const [member] = await rows('select role from organization_memberships where organization_id = $1 and user_id = $2', [school.organizationId, order.user_id])
    expect(member.role).toBe('student')
    const facts = await rows(`select payload from outbox_events where organization_id = $1 and name = 'order.paid'`, [school.organizationId])
    expect(facts.map((fact) => fact.payload)).toEqual([
      { orderId: order.id, checkoutId, userId: order.user_id, subjectKind: 'course', subjectId: school.courseId, title: 'Piano', amountCents: 8900, currency: 'eur' },
    ])
  })

  it('tells its story to those who keep the books, and to nobody else', async () => {
    const school = await world().buildSeller('told')
    const checkoutId = await world().buy(school, 'omar@test.example')
    const owner = world().ctx(school.organizationId, school.ownerId)
    const [order] = await ordersOf(checkoutId)
    const told = await readOrder(owner, order.id)
    expect(told.notes.map((note) => note.kind)).toEqual(expect.arrayContaining(['started', 'done', 'received']))
    expect(told.refundableCents).toBe(8900)
    const ledger = await readLedger(owner)
    const platform = ledger.parties.find((party) => party.kind === 'platform')
    const why = await explainBalance(owner, { accountId: platform?.accountId ?? '', before: null })
    expect(why.lines.map((line) => [line.kind, line.amountCents, line.balanceAfterCents])).toEqual([['processing-fee', -159, 731], ['sale', 890, 890]])

    const rival = await world().buildSeller('rival-told')
    const stranger = world().ctx(rival.organizationId, rival.ownerId)
    await expect(readOrder(stranger, order.id)).rejects.toMatchObject({ status: 404 })
    await expect(explainBalance(stranger, { accountId: platform?.accountId ?? '', before: null })).rejects.toMatchObject({ status: 404 })
    await expect(listOrders(world().ctx(school.organizationId, order.user_id), { before: null, after: null })).rejects.toMatchObject({ status: 403 })
    await expect(listOrders(world().ctx(school.organizationId, rival.ownerId), { before: null, after: null })).rejects.toMatchObject({ status: 404 })
  })

  it('told fifty times at once makes one order', async () => {
    const school = await world().buildSeller('fifty')
    noWebhooks()
    const checkoutId = await world().buy(school, 'fifty@test.example')
    world().emulator.setFaults({})
    expect(await ordersOf(checkoutId)).toEqual([])
    const event = eventsAbout('checkout.session.completed').at(-1) ?? ''
    await redeliver(event, 50)
    expect(await ordersOf(checkoutId)).toHaveLength(1)
    await redeliver(event)
    expect(await ordersOf(checkoutId)).toHaveLength(1)
    await expectSameBooks([school])
  })

  it('settled fifty times at once from the same facts makes one order, one number and one sale', async () => {
    const school = await world().buildSeller('storm')
    noWebhooks()
    const checkoutId = await world().buy(school, 'storm@test.example')
    world().emulator.setFaults({})
    const [{ provider_session_id: sessionId }] = await rows('select provider_session_id from checkouts where id = $1', [checkoutId])
    const { systemCtx } = world().app
    const facts = await systemCtx.payments?.readCheckout(sessionId)
    if (!facts) throw new Error('no facts')
    await Promise.all(Array.from({ length: 50 }, () => systemCtx.inSystem((tx) => completeCheckout(systemCtx, tx, facts))))
    expect(await ordersOf(checkoutId)).toMatchObject([{ number: 1 }])
    expect(await rows('select order_counter from organizations where id = $1', [school.organizationId])).toEqual([{ order_counter: 1 }])
    expect(await rows('select id from ledger_transactions where organization_id = $1', [school.organizationId])).toHaveLength(2)
  })

  it('is known on the page the buyer returns to, without any webhook', async () => {
    const school = await world().buildSeller('silent')
    noWebhooks()
    const token = newCheckoutToken()
    const started = await world().start(school, 'quiet@test.example', { token })
    if (started.kind !== 'opened') throw new Error(started.kind)
    await pressButton(started.url, { choice: 'pay', email: 'quiet@test.example' })
    const visitor = world().ctx(school.organizationId, null)
    await expect(readCheckout(visitor, { checkoutId: started.checkoutId, token: null })).rejects.toMatchObject({ status: 404 })
    await expect(readCheckout(visitor, { checkoutId: started.checkoutId, token: newCheckoutToken() })).rejects.toMatchObject({ status: 404 })
    expect(await readCheckout(visitor, { checkoutId: started.checkoutId, token })).toMatchObject({ status: 'paid' })
    world().emulator.setFaults({})
  })

  it('is found by the sweep when neither a webhook nor the buyer came back', async () => {
    const school = await world().buildSeller('swept')
    noWebhooks()
    const checkoutId = await world().buy(school, 'gone@test.example')
    world().emulator.setFaults({})
    await rows(`update checkouts set created_at = now() - interval '10 minutes' where id = $1`, [checkoutId])
    await checkOpenCheckouts(world().app.systemCtx)
    expect(await statusOf(checkoutId)).toBe('paid')
  })

  it('of a bank debit waits, then becomes an order or none', async () => {
    const school = await world().buildSeller('debit')
    for (const [verb, email, status, orders] of [['settle', 'good@test.example', 'paid', 1], ['fail', 'bad@test.example', 'failed', 0]] as const) {
      const checkoutId = await world().buy(school, email, 'debit')
      expect(await statusOf(checkoutId)).toBe('pending')
      expect(await ordersOf(checkoutId)).toEqual([])
      const [{ provider_session_id: sessionId }] = await rows('select provider_session_id from checkouts where id = $1', [checkoutId])
      await fetch(`${world().emulator.url}/_emulator/sessions/${sessionId}/${verb}`, { method: 'POST' })
      await world().settle()
      expect(await statusOf(checkoutId)).toBe(status)
      expect(await ordersOf(checkoutId)).toHaveLength(orders)
    }
    await expectSameBooks([school])
  })

  it('of a page that closed is expired', async () => {
    const school = await world().buildSeller('late')
    const started = await world().start(school, 'late@test.example')
    if (started.kind !== 'opened') throw new Error(started.kind)
    const [{ provider_session_id: sessionId }] = await rows('select provider_session_id from checkouts where id = $1', [started.checkoutId])
    await world().app.payments?.expireCheckout(sessionId)
    await world().settle()
    expect(await statusOf(started.checkoutId)).toBe('expired')
  })

  it('in yen, and with no fee at all, keeps whole units', async () => {
    const yen = await world().buildSeller('yen', { priceCents: 1005, currency: 'jpy', feeBps: 1000 })
    const [order] = await ordersOf(await world().buy(yen, 'yen@test.example'))
    expect(order).toMatchObject({ gross_cents: 1005, platform_fee_cents: 100, currency: 'jpy' })
    const free = await world().buildSeller('nofee', { feeBps: 0 })
    const [whole] = await ordersOf(await world().buy(free, 'nofee@test.example'))
    expect(whole).toMatchObject({ platform_fee_cents: 0 })
    await expectSameBooks([yen])
    await expectSameBooks([free])
  })

  it('that does not fit what was agreed is not booked', async () => {
    const school = await world().buildSeller('misfit')
    noWebhooks()
    const checkoutId = await world().buy(school, 'misfit@test.example')
    world().emulator.setFaults({})
    await rows('update checkouts set amount_cents = 8800 where id = $1', [checkoutId])
    const [{ provider_session_id: sessionId }] = await rows('select provider_session_id from checkouts where id = $1', [checkoutId])
    const { systemCtx } = world().app
    const facts = await systemCtx.payments?.readCheckout(sessionId)
    if (!facts) throw new Error('no facts')
    await expect(systemCtx.inSystem((tx) => completeCheckout(systemCtx, tx, facts))).rejects.toMatchObject({ code: 'checkout-mismatch' })
    expect(await ordersOf(checkoutId)).toEqual([])
  })
})

describe('beginning to buy', () => {
  it('twice, or at the same time, is one checkout; with another address it is another', async () => {
    const school = await world().buildSeller('double')
    const token = newCheckoutToken()
    const started = await Promise.all([1, 2, 3].map(() => world().start(school, 'twice@test.example', { token })))
    expect(new Set(started.map((one) => one.kind === 'opened' && one.checkoutId)).size).toBe(1)
    expect(await world().start(school, 'Twice@test.example', { token })).toEqual(started[0])
    const other = await world().start(school, 'other@test.example', { token })
    expect(other).not.toEqual(started[0])
  })

  it('remembers the address for the browser that left the payment page, and for no other', async () => {
    const school = await world().buildSeller('left')
    const [token, subjectId] = [newCheckoutToken(), school.courseId]
    await world().start(school, 'first@test.example', { token })
    await world().start(school, 'second@test.example', { token })
    const visitor = world().ctx(school.organizationId, null)
    expect(await readBegunEmail(visitor, { token, subjectId })).toBe('second@test.example')
    expect(await readBegunEmail(visitor, { token, subjectId: v7() })).toBeNull()
    expect(await readBegunEmail(visitor, { token: newCheckoutToken(), subjectId })).toBeNull()
    await rows(`update checkouts set status = 'expired' where organization_id = $1`, [school.organizationId])
    expect(await readBegunEmail(visitor, { token, subjectId })).toBeNull()
  })

  it('loses nothing while the provider is down, and goes on with the same checkout', async () => {
    const school = await world().buildSeller('down')
    const token = newCheckoutToken()
    world().emulator.setFaults({ api: [{ kind: 'server_error', times: null, status: 503 }] })
    expect(await world().start(school, 'down@test.example', { token })).toEqual({ kind: 'unreachable' })
    world().emulator.setFaults({ api: [{ kind: 'lost_answer', times: 1, status: 500 }] })
    const started = await world().start(school, 'down@test.example', { token })
    world().emulator.setFaults({})
    expect(started.kind).toBe('opened')
    expect(await rows('select id from checkouts where organization_id = $1', [school.organizationId])).toHaveLength(1)
  })

  it('asks the owner of a known address to sign in, and takes them when they have', async () => {
    const school = await world().buildSeller('known')
    const userId = await buildUser(database(), 'Known', 'known@test.example')
    await rows(`insert into user_identities (id, provider, subject, user_id) values ($1, 'builtin', $2, $3)`, [v7(), `subject-${userId}`, userId])
    expect(await world().start(school, 'Known@test.example')).toEqual({ kind: 'sign-in-first' })
    expect((await world().start(school, 'known@test.example', { userId })).kind).toBe('opened')
  })

  it('is not paid twice by an address that has the course and never opened its mail', async () => {
    const school = await world().buildSeller('again')
    await world().buy(school, 'again@test.example')
    expect(await world().start(school, 'Again@test.example')).toEqual({ kind: 'sign-in-first' })
    expect((await world().start(school, 'someone.else@test.example')).kind).toBe('opened')
    await rows(`update orders set status = 'refunded', refunded_cents = gross_cents where organization_id = $1`, [school.organizationId])
    expect((await world().start(school, 'again@test.example')).kind).toBe('opened')
  })

  it('is refused calmly when the course is bought, free, off sale, or the school cannot be paid', async () => {
    const school = await world().buildSeller('calm')
    const userId = await buildUser(database(), 'Buyer', 'has@test.example')
    const started = await world().start(school, 'has@test.example', { userId })
    if (started.kind !== 'opened') throw new Error(started.kind)
    await pressButton(started.url, { choice: 'pay', email: 'has@test.example' })
    await world().settle()
    expect(await world().start(school, 'has@test.example', { userId })).toEqual({ kind: 'already-bought' })
    expect(await world().start({ ...school, courseId: v7() }, 'x@test.example')).toEqual({ kind: 'not-for-sale' })
    await rows(`update payout_accounts set status = 'restricted' where organization_id = $1`, [school.organizationId])
    expect(await world().start(school, 'x@test.example')).toEqual({ kind: 'not-for-sale' })
    await rows(`update offers set price_cents = 0 where organization_id = $1`, [school.organizationId])
    expect(await world().start(school, 'x@test.example')).toEqual({ kind: 'free' })
  })

  it('learns from a refusal that the account is restricted', async () => {
    const school = await world().buildSeller('refused')
    const account = world().emulator.state().accounts[school.accountId]
    if (!account) throw new Error('no account')
    account.standing = 'restricted'
    expect(await world().start(school, 'x@test.example')).toEqual({ kind: 'not-for-sale' })
    expect(await rows('select status from payout_accounts where organization_id = $1', [school.organizationId])).toEqual([{ status: 'restricted' }])
  })

  it('is throttled by where it comes from', async () => {
    const school = await world().buildSeller('busy')
    const tries = Array.from({ length: 31 }, () => world().start({ ...school, courseId: v7() }, 'x@test.example', { address: '203.0.113.9' }))
    const outcomes = await Promise.allSettled(tries)
    expect(outcomes.filter((one) => one.status === 'rejected')).toHaveLength(1)
  })
})

describe('the books on their pages', () => {
  it('show orders and buyers a page at a time, there and back', async () => {
    const school = await world().buildSeller('pages')
    for (const name of ['a', 'b', 'c']) await world().buy(school, `${name}@test.example`)
    const owner = world().ctx(school.organizationId, school.ownerId)
    const first = await listOrders(owner, { before: null, after: null, limit: 2 })
    expect([first.orders.map((order) => order.number), first.newer]).toEqual([[3, 2], null])
    const second = await listOrders(owner, { before: first.older, after: null, limit: 2 })
    expect([second.orders.map((order) => order.number), second.older]).toEqual([[1], null])
    const back = await listOrders(owner, { before: null, after: second.newer, limit: 2 })
    expect([back.orders.map((order) => order.number), back.newer]).toEqual([[3, 2], null])

    const buyers = await listBuyerBalances(owner, { page: 1 })
    expect(buyers.balances.map((one) => [one.holder, one.balanceCents])).toEqual([['c@test.example', -8900], ['b@test.example', -8900], ['a@test.example', -8900]])
    expect(buyers.hasMore).toBe(false)
  })
})
