import { describe, expect, it } from 'vitest'
import { pressButton, useCommerceWorld, type SellingSchool } from '../../../../tests/support/commerce-world.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { DatabaseUnavailable } from '#platform/db/database-faults.ts'
import { createCoupon, newCheckoutToken, type CouponTerms, type StartedCheckout } from '../index.ts'

const database = useTestDatabase()
const world = useCommerceWorld(database)

const buyers = 500
const usesMax = 10

const rows = async (text: string, values: unknown[]) => (await database().superuser.query(text, values)).rows
const emailOf = (buyer: number) => `racer-${buyer}@test.example`
const kindOf = (started: StartedCheckout) => (started.kind === 'coupon-refused' ? started.refusal.reason : started.kind)

async function openRace(slug: string, discount: CouponTerms['discount']): Promise<SellingSchool> {
  const school = await world().buildSeller(slug, { priceCents: 4900 })
  await createCoupon(world().ctx(school.organizationId, school.ownerId), { code: 'LAST10', discount, subjects: null, usesMax, usesPerPersonMax: 1, startsOn: null, endsOn: null })
  return school
}

/** Presses; whoever reads that there are too many at once presses again, as the page asks them to. */
async function press(school: SellingSchool, buyer: number): Promise<StartedCheckout> {
  const token = newCheckoutToken()
  for (;;) {
    try {
      return await world().start(school, emailOf(buyer), { coupon: 'last10', token })
    } catch (fault) {
      if (!(fault instanceof DatabaseUnavailable)) throw fault
    }
  }
}

/** Everybody presses at once, each with their own address, browser and line. */
async function pressAll(school: SellingSchool, who: number[] = Array.from({ length: buyers }, (_, index) => index)) {
  const ended = await Promise.all(who.map(async (buyer) => ({ buyer, started: await press(school, buyer) })))
  const counts: Record<string, number> = {}
  for (const { started } of ended) counts[kindOf(started)] = (counts[kindOf(started)] ?? 0) + 1
  return { counts, opened: ended.flatMap(({ buyer, started }) => (started.kind === 'opened' ? [{ ...started, buyer }] : [])) }
}

/** Each payment that the provider took has its order at the price with the coupon, and each order its payment. */
async function expectNobodyPaidForNothing(school: SellingSchool): Promise<void> {
  const sessions = Object.values(world().emulator.state().sessions).filter((session) => session.metadata?.organization_id === school.organizationId)
  const paid = sessions.filter((session) => session.payment_status === 'paid')
  const orders = await rows('select checkout_id, gross_cents, discount_cents, coupon_code from orders where organization_id = $1', [school.organizationId])
  expect(orders.map((order) => order.checkout_id).sort()).toEqual(paid.map((session) => session.client_reference_id).sort())
  expect(paid.every((session) => session.amount_total === 3675)).toBe(true)
  expect(orders.every((order) => order.gross_cents === 3675 && order.discount_cents === 1225 && order.coupon_code === 'LAST10')).toBe(true)
  const books = await world().ledgerBalances([school])
  expect(books[`connected:${school.accountId}`]).toBe(Object.values(world().emulator.balances()[`connected:${school.accountId}`] ?? {})[0])
  expect(Object.values(books).reduce((sum, cents) => sum + cents, 0)).toBe(0)
}

describe('five hundred buyers race for the last ten uses of a coupon', () => {
  it('and exactly ten get it; nobody pays without getting it, also when webhooks come three times', async () => {
    const school = await openRace('race', { kind: 'percent', percentBps: 2500 })
    const { counts, opened } = await pressAll(school)
    expect(counts).toEqual({ opened: usesMax, held: buyers - usesMax })
    expect(await rows('select count(*)::int as held from checkouts where organization_id = $1', [school.organizationId])).toEqual([{ held: usesMax }])

    world().emulator.setFaults({ webhooks: [{ kind: 'duplicate', count: 3, times: null, types: ['checkout.session.completed', 'charge.succeeded'] }] })
    await Promise.all(opened.map(({ url, buyer }) => pressButton(url, { choice: 'pay', email: emailOf(buyer) })))
    await world().settle()
    world().emulator.setFaults({})
    await expectNobodyPaidForNothing(school)
    expect(await rows(`select count(*)::int as orders, count(distinct user_id)::int as people from orders where organization_id = $1`, [school.organizationId])).toEqual([{ orders: usesMax, people: usesMax }])

    const winners = new Set(opened.map(({ buyer }) => buyer))
    const losers = Array.from({ length: buyers }, (_, index) => index).filter((buyer) => !winners.has(buyer))
    expect((await pressAll(school, losers)).counts).toEqual({ 'used-up': buyers - usesMax })
  }, 120_000)

  it('and exactly ten get it when many of those who hold one walk away, pay late, or pay by a debit that fails', async () => {
    const school = await openRace('walk', { kind: 'percent', percentBps: 2500 })
    let waiting = Array.from({ length: buyers }, (_, index) => index)
    const taken = async () => (await rows(`select count(*)::int as taken from checkouts where organization_id = $1 and status in ('open', 'pending', 'paid')`, [school.organizationId]))[0].taken
    for (let round = 0; round < 12 && waiting.length > 0; round += 1) {
      const { opened } = await pressAll(school, waiting)
      expect(await taken()).toBeLessThanOrEqual(usesMax)
      waiting = waiting.filter((buyer) => !opened.some((one) => one.buyer === buyer))
      if (opened.length === 0) break
      // Of four: one pays, one leaves, one's bank refuses after days, one leaves and then tries to pay all the same.
      await Promise.all(opened.map(async ({ buyer, url, checkoutId }, index) => {
        const { provider_session_id: sessionId } = (await rows('select provider_session_id from checkouts where id = $1', [checkoutId]))[0]
        if (index % 4 === 0) return pressButton(url, { choice: 'pay', email: emailOf(buyer) })
        if (index % 4 === 2) {
          await pressButton(url, { choice: 'debit', email: emailOf(buyer) })
          return fetch(`${world().emulator.url}/_emulator/sessions/${sessionId}/fail`, { method: 'POST' })
        }
        await world().app.payments?.expireCheckout(sessionId)
        return index % 4 === 3 ? pressButton(url, { choice: 'pay', email: emailOf(buyer) }) : null
      }))
      await world().settle()
    }
    expect(await rows(`select status, count(*)::int as checkouts from checkouts where organization_id = $1 and status in ('open', 'pending', 'paid') group by status`, [school.organizationId])).toEqual([{ status: 'paid', checkouts: usesMax }])
    await expectNobodyPaidForNothing(school)
  }, 240_000)

  it('and exactly ten get it when it leaves nothing to pay', async () => {
    const school = await openRace('gift', { kind: 'percent', percentBps: 10_000 })
    const { counts } = await pressAll(school)
    expect(counts).toEqual({ completed: usesMax, 'used-up': buyers - usesMax })
    const orders = await rows('select number, gross_cents, discount_cents, provider from orders where organization_id = $1 order by number', [school.organizationId])
    expect(orders).toEqual(Array.from({ length: usesMax }, (_, index) => ({ number: index + 1, gross_cents: 0, discount_cents: 4900, provider: 'none' })))
    expect(await rows('select count(*)::int as checkouts from checkouts where organization_id = $1', [school.organizationId])).toEqual([{ checkouts: usesMax }])
  }, 120_000)
})
