import { describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import { buildCourse, buildMembership, buildUser } from '../../../../tests/support/builders.ts'
import { pressButton, useCommerceWorld } from '../../../../tests/support/commerce-world.ts'
import { couponSteps, couponTerms } from '../../../../tests/support/coupon-steps.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { changeCoupon, listCoupons, readCoupon, readOrder, refundOrder, removeCoupon, restoreCoupon, schoolDay, setPrice, type CouponTerms } from '../index.ts'

const database = useTestDatabase()
const world = useCommerceWorld(database)
const { rows, ownerOf, quote, ordersOf, checkoutOf, couponAt, refusalOf } = couponSteps(database, world)

describe('a coupon at the checkout', () => {
  it('lowers price, fee and shares alike, and the order, the ledger and the provider say so', async () => {
    const school = await world().buildSeller('coupon-story', { priceCents: 4900 })
    await couponAt(school)
    const checkoutId = await world().buy(school, 'mei@test.example', 'pay', ' spring 25')
    const [order] = await ordersOf(school)
    expect(order).toMatchObject({ gross_cents: 3675, discount_cents: 1225, coupon_code: 'SPRING25', platform_fee_cents: 368, provider: 'stripe', status: 'paid' })
    expect(await checkoutOf(checkoutId)).toMatchObject({ amount_cents: 3675, discount_cents: 1225, fee_cents: 368, status: 'paid' })
    const ours = await world().ledgerBalances([school])
    expect(ours).toMatchObject({ 'buyer:mei@test.example': -3675, [`connected:${school.accountId}`]: 3307 })
    expect(Object.values(world().emulator.balances()[`connected:${school.accountId}`] ?? {})[0]).toBe(3307)
    const told = await readOrder(ownerOf(school), order.id)
    expect(told.notes[0]?.detail).toBe('mei@test.example began to buy with SPRING25: €12.25 off €49.00')
  })

  it('gives back what was paid and no cent of the discount; the use stays taken', async () => {
    const school = await world().buildSeller('coupon-refund', { priceCents: 4900 })
    const couponId = await couponAt(school, { usesPerPersonMax: 1 })
    await world().buy(school, 'back@test.example', 'pay', 'SPRING25')
    const [order] = await ordersOf(school)
    await refundOrder(ownerOf(school), { orderId: order.id, reason: 'Asked' })
    await world().settle()
    expect((await ordersOf(school))[0]).toMatchObject({ status: 'refunded', refunded_cents: 3675 })
    expect(await world().ledgerBalances([school])).toMatchObject({ 'buyer:back@test.example': 0, [`connected:${school.accountId}`]: 0 })
    expect((await readCoupon(ownerOf(school), { couponId, before: null })).uses).toEqual({ used: 1, held: 0 })
    expect(await world().start(school, 'Back@test.example', { coupon: 'SPRING25' })).toMatchObject({ kind: 'coupon-refused', refusal: { reason: 'used-by-you' } })
  })

  it('that takes all of it off needs no provider: an order of nothing, a student, the fact, and no money in the books', async () => {
    const school = await world().buildSeller('coupon-whole')
    await couponAt(school, { discount: { kind: 'percent', percentBps: 10_000 } })
    await rows('delete from payout_accounts where organization_id = $1', [school.organizationId])
    world().emulator.setFaults({ api: [{ kind: 'server_error', times: null, status: 503 }] })
    expect(await world().start(school, 'full@test.example')).toEqual({ kind: 'not-for-sale' })
    const started = await world().start(school, 'gift@test.example', { coupon: 'SPRING25' })
    world().emulator.setFaults({})
    expect(started.kind).toBe('completed')
    const [order] = await ordersOf(school)
    expect(order).toMatchObject({ number: 1, gross_cents: 0, discount_cents: 8900, platform_fee_cents: 0, processor_fee_cents: 0, provider: 'none', status: 'paid' })
    expect(await rows('select * from ledger_transactions where organization_id = $1', [school.organizationId])).toEqual([])
    expect(await rows('select role from organization_memberships where organization_id = $1 and user_id = $2', [school.organizationId, order.user_id])).toEqual([{ role: 'student' }])
    expect(await rows(`select payload->>'amountCents' as paid from outbox_events where organization_id = $1 and name = 'order.paid'`, [school.organizationId])).toEqual([{ paid: '0' }])
    await expect(refundOrder(ownerOf(school), { orderId: order.id, reason: '' })).rejects.toMatchObject({ code: 'nothing-to-refund' })
    expect(await world().start(school, 'gift@test.example', { coupon: 'SPRING25' })).toEqual({ kind: 'sign-in-first' })
  })

  it('leaves at least what the provider can charge', async () => {
    const school = await world().buildSeller('coupon-least', { priceCents: 530 })
    await couponAt(school, { code: 'FIVER', discount: { kind: 'fixed', amountCents: 500, currency: 'eur' } })
    expect(await quote(school, 'fiver')).toMatchObject({ price: { amountCents: 50, discountCents: 480, isCut: true } })
    const started = await world().start(school, 'least@test.example', { coupon: 'fiver' })
    expect(started.kind).toBe('opened')
    const krona = await world().buildSeller('coupon-krona', { priceCents: 10_000, currency: 'sek' })
    await couponAt(krona, { discount: { kind: 'percent', percentBps: 9900 } })
    expect((await world().start(krona, 'krona@test.example', { coupon: 'SPRING25' })).kind).toBe('opened')
    expect((await rows('select amount_cents from checkouts where organization_id = $1', [krona.organizationId]))[0].amount_cents).toBe(300)
  })
})

describe('a coupon that does not fit', () => {
  it('says why, and begins nothing', async () => {
    const school = await world().buildSeller('coupon-why')
    const { courseId: other } = await buildCourse(database(), school.organizationId, 'Other')
    await ownerOf(school).inTenant(({ tx }) => setPrice(tx, { organizationId: school.organizationId, id: v7(), subjectKind: 'course', subjectId: other, title: 'Other', priceCents: 900, currency: 'eur' }))
    await couponAt(school, { code: 'LATER', startsOn: '2099-01-01' })
    await couponAt(school, { code: 'GONE', endsOn: '2020-01-01' })
    await couponAt(school, { code: 'OTHER', subjects: [{ subjectKind: 'course', subjectId: other }] })
    await couponAt(school, { code: 'FRANCS', discount: { kind: 'fixed', amountCents: 500, currency: 'chf' } })
    const archived = await couponAt(school, { code: 'OLD' })
    await rows('update coupons set archived_at = now() where id = $1', [archived])
    expect(await Promise.all(['LATER', 'GONE', 'OTHER', 'FRANCS', 'OLD', 'NONE', `' or 1=1 --`].map((code) => refusalOf(school, code)))).toEqual(['not-yet', 'over', 'other-subject', 'other-currency', 'unknown', 'unknown', 'unknown'])
    expect(await world().start(school, 'why@test.example', { coupon: 'gone' })).toEqual({ kind: 'coupon-refused', refusal: { reason: 'over', endsOn: '2020-01-01' } })
    expect((await world().start(school, 'why@test.example', { coupon: 'OTHER', courseId: other })).kind).toBe('opened')
    expect(await rows('select id from checkouts where organization_id = $1 and offer_id in (select id from offers where subject_id = $2)', [school.organizationId, school.courseId])).toEqual([])
  })

  it('begins and ends with the school’s day, not the server’s', async () => {
    const school = await world().buildSeller('coupon-day')
    const now = world().app.systemCtx.clock.now()
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Niue']) {
      await rows('update organizations set time_zone = $2 where id = $1', [school.organizationId, zone])
      const today = schoolDay(now, zone)
      const couponId = await couponAt(school, { code: `DAY-${zone.slice(8).toUpperCase()}`, startsOn: today, endsOn: today })
      expect(await refusalOf(school, `day-${zone.slice(8)}`)).toBe('fits')
      await rows('update coupons set starts_on = starts_on + 1, ends_on = ends_on + 1 where id = $1', [couponId])
      expect(await refusalOf(school, `day-${zone.slice(8)}`)).toBe('not-yet')
      await rows('update coupons set starts_on = starts_on - 2, ends_on = ends_on - 2 where id = $1', [couponId])
      expect(await refusalOf(school, `day-${zone.slice(8)}`)).toBe('over')
    }
  })

  it('of another school is unknown here', async () => {
    const [school, rival] = [await world().buildSeller('coupon-mine'), await world().buildSeller('coupon-rival')]
    const couponId = await couponAt(rival)
    expect(await refusalOf(school)).toBe('unknown')
    await expect(readCoupon(ownerOf(school), { couponId, before: null })).rejects.toMatchObject({ status: 404 })
    await expect(changeCoupon(ownerOf(school), { ...couponTerms(), couponId })).rejects.toMatchObject({ status: 404 })
    await expect(removeCoupon(ownerOf(school), couponId)).rejects.toMatchObject({ status: 404 })
    expect((await listCoupons(ownerOf(school), { isArchived: false, after: null })).coupons).toEqual([])
  })

  it('cannot be guessed by trying: after fifteen wrong codes an address waits, also with a right one', async () => {
    const school = await world().buildSeller('coupon-guess')
    await couponAt(school)
    const address = v7()
    for (let tries = 0; tries < 15; tries += 1) expect(await refusalOf(school, `GUESS-${tries}`, { address })).toBe('unknown')
    expect(await refusalOf(school, 'SPRING25', { address })).toBe('too-many-tries')
    expect(await world().start(school, 'guess@test.example', { coupon: 'SPRING25', address })).toEqual({ kind: 'coupon-refused', refusal: { reason: 'too-many-tries' } })
    expect(await refusalOf(school, 'SPRING25')).toBe('fits')
  })
})

describe('keeping coupons', () => {
  it('deletes what nobody began with, archives the rest, and brings it back', async () => {
    const school = await world().buildSeller('coupon-keep')
    const [unused, used] = [await couponAt(school, { code: 'UNUSED' }), await couponAt(school)]
    await world().buy(school, 'kept@test.example', 'pay', 'SPRING25')
    expect(await removeCoupon(ownerOf(school), unused)).toBe('deleted')
    expect(await removeCoupon(ownerOf(school), used)).toBe('archived')
    expect(await refusalOf(school)).toBe('unknown')
    const { coupons, counts } = await listCoupons(ownerOf(school), { isArchived: true, after: null })
    expect([coupons.map(({ code, uses }) => [code, uses.used]), counts]).toEqual([[['SPRING25', 1]], { current: 0, archived: 1 }])
    const twin = await couponAt(school)
    await expect(restoreCoupon(ownerOf(school), used)).rejects.toMatchObject({ code: 'invalid-input' })
    await removeCoupon(ownerOf(school), twin)
    await restoreCoupon(ownerOf(school), used)
    expect(await refusalOf(school)).toBe('fits')
  })

  it('lets who is paying pay what was agreed, whatever becomes of the coupon meanwhile', async () => {
    const school = await world().buildSeller('coupon-agreed')
    const couponId = await couponAt(school)
    const started = await world().start(school, 'agreed@test.example', { coupon: 'SPRING25' })
    if (started.kind !== 'opened') throw new Error(started.kind)
    await changeCoupon(ownerOf(school), { ...couponTerms({ discount: { kind: 'percent', percentBps: 100 } }), couponId })
    await removeCoupon(ownerOf(school), couponId)
    await pressButton(started.url, { choice: 'pay', email: 'agreed@test.example' })
    await world().settle()
    expect(await ordersOf(school)).toMatchObject([{ gross_cents: 6675, discount_cents: 2225 }])
  })

  it('refuses a taken code, a used one’s new name, fewer uses than are taken, and days the wrong way round', async () => {
    const school = await world().buildSeller('coupon-refuses')
    const couponId = await couponAt(school, { usesMax: 5 })
    const fields = (work: Promise<unknown>) => work.then(() => null, (fault: { fieldErrors?: object }) => Object.keys(fault.fieldErrors ?? {}))
    expect(await fields(couponAt(school))).toEqual(['coupon'])
    await world().buy(school, 'one@test.example', 'pay', 'SPRING25')
    await world().buy(school, 'two@test.example', 'debit', 'SPRING25')
    const change = (change: Partial<CouponTerms>) => fields(changeCoupon(ownerOf(school), { ...couponTerms(change), couponId }))
    expect(await change({ code: 'SUMMER' })).toEqual(['coupon'])
    expect(await change({ usesMax: 1 })).toEqual(['usesMax'])
    expect(await change({ startsOn: '2027-02-01', endsOn: '2027-01-31' })).toEqual(['endsOn'])
    expect(await change({ subjects: [] })).toEqual(['appliesTo'])
    expect(await change({ subjects: [{ subjectKind: 'course', subjectId: v7() }] })).toEqual(['appliesTo'])
    expect(await change({ usesMax: 2, subjects: [{ subjectKind: 'course', subjectId: school.courseId }] })).toBeNull()
    expect((await readCoupon(ownerOf(school), { couponId, before: null })).coupon).toMatchObject({ usesMax: 2, subjects: [{ subjectKind: 'course', subjectId: school.courseId }] })
  })

  it('shows coupons and uses a page at a time, newest first, each once', async () => {
    const school = await world().buildSeller('coupon-pages')
    for (let index = 0; index < 53; index += 1) await couponAt(school, { code: `PAGE-${index}` })
    const first = await listCoupons(ownerOf(school), { isArchived: false, after: null })
    const second = await listCoupons(ownerOf(school), { isArchived: false, after: first.nextCursor })
    expect([first.coupons.length, second.coupons.length, second.nextCursor]).toEqual([50, 3, null])
    expect([...first.coupons, ...second.coupons].map(({ code }) => code)).toEqual(Array.from({ length: 53 }, (_, index) => `PAGE-${52 - index}`))

    const couponId = await couponAt(school, { code: 'OFTEN', discount: { kind: 'percent', percentBps: 10_000 } })
    for (let index = 0; index < 52; index += 1) await world().start(school, `often-${index}@test.example`, { coupon: 'OFTEN' })
    const newest = await readCoupon(ownerOf(school), { couponId, before: null })
    const oldest = await readCoupon(ownerOf(school), { couponId, before: newest.older })
    expect([newest.uses.used, newest.lines.length, oldest.lines.length, oldest.older]).toEqual([52, 50, 2, null])
    expect([...newest.lines, ...oldest.lines].map(({ email }) => email)).toEqual(Array.from({ length: 52 }, (_, index) => `often-${51 - index}@test.example`))
    expect(newest.sums).toEqual([{ currency: 'eur', paidCents: 0, discountCents: 52 * 8900 }])
  })

  it('is for owners and admins alone', async () => {
    const school = await world().buildSeller('coupon-roles')
    const couponId = await couponAt(school)
    for (const [role, status] of [['admin', null], ['instructor', 403], ['assistant', 403], ['student', 403]] as const) {
      const userId = await buildUser(database(), `${role}-coupon`)
      await buildMembership(database(), school.organizationId, userId, role)
      const ctx = world().ctx(school.organizationId, userId)
      for (const work of [() => listCoupons(ctx, { isArchived: false, after: null }), () => readCoupon(ctx, { couponId, before: null }), () => changeCoupon(ctx, { ...couponTerms(), couponId })]) {
        expect(await work().then(() => null, (fault: { status: number }) => fault.status)).toBe(status)
      }
    }
    await expect(removeCoupon(world().ctx(school.organizationId, await buildUser(database(), 'stranger-coupon')), couponId)).rejects.toMatchObject({ status: 404 })
  })
})
