import { describe, expect, it } from 'vitest'
import { buildMembership, buildUser } from '../../../../tests/support/builders.ts'
import { useCommerceWorld, type SellingSchool } from '../../../../tests/support/commerce-world.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { carryOutRefund, completeCheckout, refundOrder, resumeRefunds } from '../index.ts'

const database = useTestDatabase()
const world = useCommerceWorld(database)

const rows = async (text: string, values: unknown[]) => (await database().superuser.query(text, values)).rows
const owner = (school: SellingSchool) => world().ctx(school.organizationId, school.ownerId)
const theOrder = async (school: SellingSchool) => (await rows('select * from orders where organization_id = $1', [school.organizationId]))[0]
const refundsOf = (school: SellingSchool) => rows('select status, amount_cents, fee_returned_cents, transfer_reversed_cents, error from refunds where organization_id = $1 order by id', [school.organizationId])
const toldOf = (school: SellingSchool) => rows(`select payload from outbox_events where organization_id = $1 and name = 'order.refunded' order by id`, [school.organizationId])
const setFaults = (faults: Parameters<ReturnType<typeof world>['emulator']['setFaults']>[0]) => world().emulator.setFaults(faults)

async function expectSettled(school: SellingSchool, email: string): Promise<void> {
  const ours = await world().ledgerBalances([school])
  expect(ours).toEqual({ [`buyer:${email}`]: 0, [`connected:${school.accountId}`]: 0, platform: -159, processor: 159 })
  const theirs = world().emulator.balances()
  expect(theirs[`buyer:${email}`]).toEqual({ eur: 0 })
  expect(theirs[`connected:${school.accountId}`]).toEqual({ eur: 0 })
}

describe('a refund', () => {
  it('in full takes back access, fee and transfer, and leaves the processing fee with the platform', async () => {
    const school = await world().buildSeller('full')
    await world().buy(school, 'full@test.example')
    const order = await theOrder(school)
    expect(await refundOrder(owner(school), { orderId: order.id, reason: 'Changed their mind' })).toMatchObject({ status: 'succeeded' })
    await world().settle()
    expect(await theOrder(school)).toMatchObject({ status: 'refunded', refunded_cents: 8900 })
    expect(await refundsOf(school)).toEqual([{ status: 'succeeded', amount_cents: 8900, fee_returned_cents: 890, transfer_reversed_cents: 8900, error: null }])
    expect((await toldOf(school)).map((one) => one.payload)).toMatchObject([{ orderId: order.id, userId: order.user_id, amountCents: 8900, isFull: true }])
    await expectSettled(school, 'full@test.example')
    await expect(refundOrder(owner(school), { orderId: order.id, reason: '' })).rejects.toMatchObject({ code: 'nothing-to-refund' })
  })

  it('pressed ten times at once pays once', async () => {
    const school = await world().buildSeller('ten')
    await world().buy(school, 'ten@test.example')
    const order = await theOrder(school)
    const answers = await Promise.allSettled(Array.from({ length: 10 }, () => refundOrder(owner(school), { orderId: order.id, reason: '' })))
    expect(answers.some((one) => one.status === 'fulfilled')).toBe(true)
    await world().settle()
    expect(await refundsOf(school)).toHaveLength(1)
    expect(await toldOf(school)).toHaveLength(1)
    await expectSettled(school, 'ten@test.example')
  })

  it('of a silent provider is on its way, and the job finishes it once', async () => {
    const school = await world().buildSeller('silent')
    await world().buy(school, 'silent@test.example')
    const order = await theOrder(school)
    setFaults({ api: [{ kind: 'server_error', times: null, status: 503, path: '/v1/refunds' }] })
    const asked = await refundOrder(owner(school), { orderId: order.id, reason: '' })
    expect(asked.status).toBe('requested')
    expect(await theOrder(school)).toMatchObject({ status: 'refunding', refunded_cents: 0 })
    expect(await rows(`select 1 from graphile_worker.jobs where key = $1`, [`refund:${asked.refundId}`])).toHaveLength(1)
    setFaults({})
    const wish = { organizationId: school.organizationId, refundId: asked.refundId }
    expect(await carryOutRefund(world().app.systemCtx, wish)).toMatchObject({ status: 'succeeded' })
    expect(await carryOutRefund(world().app.systemCtx, wish)).toMatchObject({ status: 'succeeded' })
    await world().settle()
    expect(await toldOf(school)).toHaveLength(1)
    await expectSettled(school, 'silent@test.example')
  })

  it('whose answer was lost is not paid a second time', async () => {
    const school = await world().buildSeller('lost')
    await world().buy(school, 'lost@test.example')
    const order = await theOrder(school)
    setFaults({ webhooks: [{ kind: 'drop', times: null }], api: [{ kind: 'lost_answer', times: null, status: 500, path: '/v1/refunds' }] })
    expect(await refundOrder(owner(school), { orderId: order.id, reason: '' })).toMatchObject({ status: 'requested' })
    setFaults({})
    await rows(`update refunds set created_at = now() - interval '20 hours' where organization_id = $1`, [school.organizationId])
    await resumeRefunds(world().app.systemCtx)
    expect(await refundsOf(school)).toMatchObject([{ status: 'succeeded' }])
    await expectSettled(school, 'lost@test.example')
  })

  it('in three odd parts ends at exactly nothing, and only the last one is full', async () => {
    const school = await world().buildSeller('parts', { priceCents: 9999 })
    await world().buy(school, 'parts@test.example')
    const order = await theOrder(school)
    for (const amountCents of [3333, 1, 6665]) await refundOrder(owner(school), { orderId: order.id, reason: '', amountCents })
    await world().settle()
    expect((await toldOf(school)).map((one) => [one.payload.amountCents, one.payload.isFull])).toEqual([[3333, false], [1, false], [6665, true]])
    expect((await refundsOf(school)).reduce((sum, one) => sum + one.fee_returned_cents, 0)).toBe(1000)
    const ours = await world().ledgerBalances([school])
    expect([ours['buyer:parts@test.example'], ours[`connected:${school.accountId}`]]).toEqual([0, 0])
  })

  it('made in the provider’s own dashboard, without taking anything back, is booked as it happened', async () => {
    const school = await world().buildSeller('dashboard')
    await world().buy(school, 'dash@test.example')
    const order = await theOrder(school)
    const sent = await fetch(`${world().emulator.url}/v1/refunds`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${world().emulator.secretKey}`, 'Content-Type': 'application/x-www-form-urlencoded', 'Stripe-Version': '2026-10-28.endive', 'Idempotency-Key': 'by-hand' },
      body: new URLSearchParams({ payment_intent: order.provider_payment_id }),
    })
    expect(sent.status).toBe(200)
    await world().settle()
    expect(await theOrder(school)).toMatchObject({ status: 'refunded' })
    expect(await world().ledgerBalances([school])).toMatchObject({ 'buyer:dash@test.example': 0, [`connected:${school.accountId}`]: 8010, platform: 890 - 159 - 8900 })
  })

  it('wished for when nothing is left at the provider is given up, and says why', async () => {
    const school = await world().buildSeller('raced')
    await world().buy(school, 'raced@test.example')
    const order = await theOrder(school)
    setFaults({ webhooks: [{ kind: 'drop', times: null }] })
    await world().app.payments?.refund({ refundId: 'somebody-else', paymentId: order.provider_payment_id, amountCents: 8900, returnsFee: true })
    setFaults({})
    expect(await refundOrder(owner(school), { orderId: order.id, reason: '' })).toMatchObject({ status: 'failed' })
    expect(await theOrder(school)).toMatchObject({ status: 'refunded' })
    await expectSettled(school, 'raced@test.example')
  })

  it('told before the sale makes the order first, then the refund', async () => {
    const school = await world().buildSeller('backwards')
    setFaults({ webhooks: [{ kind: 'drop', times: null }] })
    const checkoutId = await world().buy(school, 'back@test.example')
    const [checkout] = await rows('select provider_session_id from checkouts where id = $1', [checkoutId])
    const { systemCtx } = world().app
    const paid = await systemCtx.payments?.readCheckout(checkout.provider_session_id)
    if (!paid?.payment) throw new Error('not paid')
    await systemCtx.payments?.refund({ refundId: 'unknown', paymentId: paid.payment.paymentId, amountCents: 8900, returnsFee: true })
    setFaults({})
    const event = Object.values(world().emulator.state().events).filter((one) => one.type === 'refund.created').at(-1)
    await fetch(`${world().emulator.url}/_emulator/redeliver`, { method: 'POST', body: JSON.stringify({ event: event?.id, times: 1 }) })
    await world().settle()
    expect(await theOrder(school)).toMatchObject({ number: 1, status: 'refunded' })
    // The older word, from before the refund, comes last and undoes nothing.
    await systemCtx.inSystem((tx) => completeCheckout(systemCtx, tx, paid))
    expect(await theOrder(school)).toMatchObject({ number: 1, status: 'refunded' })
    await expectSettled(school, 'back@test.example')
  })

  it('that the bank sent back is the platform’s to give again', async () => {
    const school = await world().buildSeller('bounced')
    const checkoutId = await world().buy(school, 'bounced@test.example')
    await refundOrder(owner(school), { orderId: (await theOrder(school)).id, reason: '' })
    const [checkout] = await rows('select provider_session_id from checkouts where id = $1', [checkoutId])
    const { systemCtx } = world().app
    const facts = await systemCtx.payments?.readCheckout(checkout.provider_session_id)
    if (!facts?.payment) throw new Error('not paid')
    const bounced = { ...facts, payment: { ...facts.payment, refunds: facts.payment.refunds.map((one) => ({ ...one, status: 'failed' as const, failure: 'expired_or_canceled_card' })) } }
    for (let time = 0; time < 2; time += 1) await systemCtx.inSystem((tx) => completeCheckout(systemCtx, tx, bounced))
    expect(await theOrder(school)).toMatchObject({ status: 'paid', refunded_cents: 0 })
    expect(await refundsOf(school)).toMatchObject([{ status: 'failed', error: 'expired_or_canceled_card' }])
    expect(await world().ledgerBalances([school])).toMatchObject({ 'buyer:bounced@test.example': -8900, platform: 8900 - 159 })
  })

  it('is for those who may refund: nobody else sees the order or learns that it exists', async () => {
    const school = await world().buildSeller('mine')
    const rival = await world().buildSeller('theirs')
    await world().buy(school, 'mine@test.example')
    const order = await theOrder(school)
    const teacher = await buildUser(database(), 'Teacher')
    await buildMembership(database(), school.organizationId, teacher, 'instructor')
    await expect(refundOrder(owner(rival), { orderId: order.id, reason: '' })).rejects.toMatchObject({ status: 404 })
    await expect(refundOrder(world().ctx(school.organizationId, rival.ownerId), { orderId: order.id, reason: '' })).rejects.toMatchObject({ status: 404 })
    await expect(refundOrder(world().ctx(school.organizationId, teacher), { orderId: order.id, reason: '' })).rejects.toMatchObject({ status: 403 })
    expect(await refundsOf(school)).toEqual([])
  })
})
