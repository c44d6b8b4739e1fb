import { describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import { buildCourse, buildUser } from '../../../../tests/support/builders.ts'
import { pressButton, useCommerceWorld } from '../../../../tests/support/commerce-world.ts'
import { couponSteps } from '../../../../tests/support/coupon-steps.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { listOpenAttempts } from '../checkout/checkout.queries.ts'
import { leaveAttempts } from '../checkout/leave-attempts.ts'
import { checkOpenCheckouts, newCheckoutToken, readCoupon, setPrice } from '../index.ts'

const database = useTestDatabase()
const world = useCommerceWorld(database)
const { rows, ownerOf, ordersOf, checkoutOf, couponAt, refusalOf, noWebhooks } = couponSteps(database, world)

describe('the uses of a coupon', () => {
  it('are held from the first press, free again when the page closes, and the same press holds no second one', async () => {
    const school = await world().buildSeller('coupon-held')
    const couponId = await couponAt(school, { usesMax: 1 })
    const token = newCheckoutToken()
    const started = await Promise.all([1, 2, 3].map(() => world().start(school, 'first@test.example', { coupon: 'SPRING25', token })))
    expect(new Set(started.map((one) => one.kind === 'opened' && one.checkoutId)).size).toBe(1)
    expect(await refusalOf(school)).toBe('held')
    expect(await refusalOf(school, 'SPRING25', { token })).toBe('fits')
    expect(await world().start(school, 'second@test.example', { coupon: 'SPRING25' })).toMatchObject({ refusal: { reason: 'held' } })
    const [first] = started
    if (first?.kind !== 'opened') throw new Error('not opened')
    const { provider_session_id: sessionId, expires_at: closesAt, created_at: begunAt } = await checkoutOf(first.checkoutId)
    expect(Math.round((closesAt.getTime() - begunAt.getTime()) / 60_000)).toBe(40)
    await world().app.payments?.expireCheckout(sessionId)
    await world().settle()
    expect((await readCoupon(ownerOf(school), { couponId, before: null })).uses).toEqual({ used: 0, held: 0 })
    await world().buy(school, 'second@test.example', 'pay', 'SPRING25')
    expect(await refusalOf(school)).toBe('used-up')
  })

  it('come back without any webhook, by the sweep', async () => {
    const school = await world().buildSeller('coupon-sweep')
    await couponAt(school, { usesMax: 1 })
    const started = await world().start(school, 'left@test.example', { coupon: 'SPRING25' })
    if (started.kind !== 'opened') throw new Error(started.kind)
    noWebhooks()
    await world().app.payments?.expireCheckout((await checkoutOf(started.checkoutId)).provider_session_id)
    expect(await refusalOf(school)).toBe('held')
    await rows(`update checkouts set created_at = now() - interval '41 minutes' where id = $1`, [started.checkoutId])
    await checkOpenCheckouts(world().app.systemCtx)
    world().emulator.setFaults({})
    expect(await refusalOf(school)).toBe('fits')
  })

  it('of a page that never opened come back when its time is over', async () => {
    const school = await world().buildSeller('coupon-unopened')
    await couponAt(school, { usesMax: 1 })
    world().emulator.setFaults({ api: [{ kind: 'server_error', times: null, status: 503 }] })
    expect(await world().start(school, 'down@test.example', { coupon: 'SPRING25' })).toEqual({ kind: 'unreachable' })
    world().emulator.setFaults({})
    expect(await refusalOf(school)).toBe('held')
    await rows(`update checkouts set expires_at = now() - interval '1 minute' where organization_id = $1`, [school.organizationId])
    await checkOpenCheckouts(world().app.systemCtx)
    expect(await refusalOf(school)).toBe('fits')
  })

  it('of a page that did not open go on with the next press, under the same end; too late for that, another begins', async () => {
    const school = await world().buildSeller('coupon-again')
    const couponId = await couponAt(school, { usesMax: 1 })
    const token = newCheckoutToken()
    const press = () => world().start(school, 'again@test.example', { token, coupon: 'SPRING25' })
    const uses = async () => (await readCoupon(ownerOf(school), { couponId, before: null })).uses
    world().emulator.setFaults({ api: [{ kind: 'server_error', times: null, status: 503 }] })
    expect(await press()).toEqual({ kind: 'unreachable' })
    const [begun] = await rows('select id, expires_at from checkouts where organization_id = $1', [school.organizationId])
    // Later than the provider would still open a page for what is left of its time.
    await rows(`update checkouts set expires_at = now() + interval '25 minutes' where id = $1`, [begun.id])
    expect(await press()).toEqual({ kind: 'unreachable' })
    const found = await rows('select id, status, expires_at from checkouts where organization_id = $1 order by id', [school.organizationId])
    expect(found.map(({ status }) => status)).toEqual(['expired', 'open'])
    world().emulator.setFaults({ api: [{ kind: 'lost_answer', times: 1, status: 500 }] })
    const started = await press()
    world().emulator.setFaults({})
    expect(started).toMatchObject({ kind: 'opened', checkoutId: found[1].id })
    const session = Object.values(world().emulator.state().sessions).filter((one) => one.client_reference_id === found[1].id)
    expect(session.map((one) => one.expires_at)).toEqual([Math.floor(found[1].expires_at.getTime() / 1000)])
    expect(await uses()).toEqual({ used: 0, held: 1 })
  })

  it('of two presses at once with different coupons are one in the end', async () => {
    const school = await world().buildSeller('coupon-twice')
    await couponAt(school, { usesMax: 5 })
    await couponAt(school, { code: 'HALF', discount: { kind: 'percent', percentBps: 5000 }, usesMax: 5 })
    for (let round = 0; round < 5; round += 1) {
      const token = newCheckoutToken()
      const email = `twice-${round}@test.example`
      const ended = await Promise.all(['SPRING25', 'HALF', null].map((coupon) => world().start(school, email, { token, coupon })))
      const open = await rows(`select id, provider_url from checkouts where organization_id = $1 and email = $2 and status = 'open'`, [school.organizationId, email])
      expect(open).toHaveLength(1)
      expect(ended).toContainEqual({ kind: 'opened', checkoutId: open[0].id, url: open[0].provider_url })
    }
  })

  it('are free again when several close their page at once, and none of those fails', async () => {
    const school = await world().buildSeller('coupon-closed')
    await couponAt(school, { usesMax: 1 })
    const started = await world().start(school, 'closed@test.example', { coupon: 'SPRING25' })
    if (started.kind !== 'opened') throw new Error(started.kind)
    const { provider_session_id: sessionId } = await checkoutOf(started.checkoutId)
    const { payments } = world().app
    if (!payments) throw new Error('there are no payments')
    await Promise.all(Array.from({ length: 8 }, () => payments.expireCheckout(sessionId)))
    expect(await payments.readCheckout(sessionId)).toMatchObject({ state: 'expired' })
  })

  it('stay with a page that opens while another press is about to leave it', async () => {
    const school = await world().buildSeller('coupon-opens')
    const couponId = await couponAt(school, { usesMax: 1 })
    const token = newCheckoutToken()
    const press = () => world().start(school, 'opens@test.example', { token, coupon: 'SPRING25' })
    world().emulator.setFaults({ api: [{ kind: 'server_error', times: null, status: 503 }] })
    expect(await press()).toEqual({ kind: 'unreachable' })
    world().emulator.setFaults({})
    const [begun] = await rows('select offer_id, token_hash from checkouts where organization_id = $1', [school.organizationId])
    const wanted = { organizationId: school.organizationId, tokenHash: begun.token_hash, offerId: begun.offer_id, exclusiveSubjectId: null }
    const ctx = world().ctx(school.organizationId, null)
    const seen = await ctx.inSystem((tx) => listOpenAttempts(tx, wanted))
    expect(await press()).toMatchObject({ kind: 'opened' })
    expect(await leaveAttempts(ctx, seen)).toBe(true)
    expect(await ctx.inSystem((tx) => listOpenAttempts(tx, wanted))).toMatchObject([{ id: seen[0]?.id }])
    expect((await readCoupon(ownerOf(school), { couponId, before: null })).uses).toEqual({ used: 0, held: 1 })
  })

  it('move with the buyer: another price or address in the same browser closes the page before', async () => {
    const school = await world().buildSeller('coupon-moves')
    const couponId = await couponAt(school, { usesMax: 1 })
    const token = newCheckoutToken()
    const press = (email: string, coupon: string | null) => world().start(school, email, { token, coupon })
    const full = await press('moves@test.example', null)
    const less = await press('moves@test.example', 'SPRING25')
    const renamed = await press('renamed@test.example', 'SPRING25')
    const again = await press('renamed@test.example', null)
    const ids = [full, less, renamed, again].map((one) => (one.kind === 'opened' ? one.checkoutId : one.kind))
    expect(new Set(ids).size).toBe(4)
    const found = await rows('select id, status, amount_cents from checkouts where organization_id = $1 order by id', [school.organizationId])
    expect(found.map(({ status, amount_cents }) => [status, amount_cents])).toEqual([['expired', 8900], ['expired', 6675], ['expired', 6675], ['open', 8900]])
    const sessions = world().emulator.state().sessions
    expect(Object.values(sessions).filter((one) => one.status === 'open' && ids.includes(one.client_reference_id ?? '')).map((one) => one.client_reference_id)).toEqual([ids[3]])
    expect((await readCoupon(ownerOf(school), { couponId, before: null })).uses).toEqual({ used: 0, held: 0 })
  })

  it('of a page that was paid in the moment it was left are an order, and nobody pays twice', async () => {
    const school = await world().buildSeller('coupon-moment')
    await couponAt(school)
    const token = newCheckoutToken()
    const started = await world().start(school, 'moment@test.example', { token, coupon: 'SPRING25' })
    if (started.kind !== 'opened') throw new Error(started.kind)
    noWebhooks()
    await pressButton(started.url, { choice: 'pay', email: 'moment@test.example' })
    expect(await world().start(school, 'moment@test.example', { token, coupon: null })).toEqual({ kind: 'sign-in-first' })
    world().emulator.setFaults({})
    expect(await ordersOf(school)).toMatchObject([{ gross_cents: 6675, discount_cents: 2225 }])
  })

  it('that were given back are honoured all the same when the money comes, and count', async () => {
    const school = await world().buildSeller('coupon-late')
    const couponId = await couponAt(school, { usesMax: 1 })
    const started = await world().start(school, 'late@test.example', { coupon: 'SPRING25' })
    if (started.kind !== 'opened') throw new Error(started.kind)
    // What cannot come from the provider's word: somebody ended it by hand.
    await rows(`update checkouts set status = 'expired' where id = $1`, [started.checkoutId])
    await pressButton(started.url, { choice: 'pay', email: 'late@test.example' })
    await world().settle()
    expect(await ordersOf(school)).toMatchObject([{ gross_cents: 6675, discount_cents: 2225, coupon_code: 'SPRING25' }])
    expect((await readCoupon(ownerOf(school), { couponId, before: null })).uses).toEqual({ used: 1, held: 0 })
    expect(await refusalOf(school)).toBe('used-up')
  })

  it('of a bank debit stay held until it clears, and are free when it fails', async () => {
    const school = await world().buildSeller('coupon-debit')
    await couponAt(school, { usesMax: 1 })
    const checkoutId = await world().buy(school, 'debit@test.example', 'debit', 'SPRING25')
    expect(await refusalOf(school)).toBe('held')
    await fetch(`${world().emulator.url}/_emulator/sessions/${(await checkoutOf(checkoutId)).provider_session_id}/fail`, { method: 'POST' })
    await world().settle()
    expect(await refusalOf(school)).toBe('fits')
  })

  it('of one person are counted by address and by who is signed in', async () => {
    const school = await world().buildSeller('coupon-person')
    const { courseId: other } = await buildCourse(database(), school.organizationId, 'Other')
    await ownerOf(school).inTenant(({ tx }) => setPrice(tx, { organizationId: school.organizationId, id: v7(), subjectKind: 'course', subjectId: other, title: 'Other', priceCents: 900, currency: 'eur' }))
    await couponAt(school, { usesPerPersonMax: 1 })
    const userId = await buildUser(database(), 'Person', 'person@test.example')
    const held = await world().start(school, 'person@test.example', { coupon: 'SPRING25', userId })
    if (held.kind !== 'opened') throw new Error(held.kind)
    expect(await world().start(school, 'PERSON@test.example', { coupon: 'SPRING25', courseId: other })).toMatchObject({ refusal: { reason: 'held-by-you' } })
    expect(await world().start(school, 'new-address@test.example', { coupon: 'SPRING25', courseId: other, userId })).toMatchObject({ refusal: { reason: 'held-by-you' } })
    await pressButton(held.url, { choice: 'pay', email: 'person@test.example' })
    await world().settle()
    expect(await world().start(school, 'new-address@test.example', { coupon: 'SPRING25', courseId: other, userId })).toMatchObject({ refusal: { reason: 'used-by-you' } })
    expect((await world().start(school, 'somebody-else@test.example', { coupon: 'SPRING25', courseId: other })).kind).toBe('opened')
  })
})
