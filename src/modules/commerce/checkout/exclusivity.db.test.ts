import { describe, expect, it } from 'vitest'
import { pressButton, useCommerceWorld } from '../../../../tests/support/commerce-world.ts'
import { hearFacts } from '../../../../tests/support/hear-facts.ts'
import { buildBeat, buyProduct } from '../../../../tests/support/product-steps.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { addLicence, changeLicence, listProducts, listStudioProducts, putBackOnSale, readOwnProduct, readProductBuilder, readProductPage } from '#modules/catalog/index.ts'
import { DatabaseUnavailable } from '#platform/db/database-faults.ts'
import { carryOutRefund, createCoupon, newCheckoutToken, refundOrder, type StartedCheckout } from '../index.ts'

const database = useTestDatabase()
const world = useCommerceWorld(database)
const rows = async (text: string, values: unknown[]) => (await database().superuser.query(text, values)).rows

async function sessionOf(email: string): Promise<string> {
  return (await rows(`select provider_session_id as id from checkouts where email = $1 order by id desc`, [email]))[0].id
}

async function arrange(slug: string) {
  const school = await world().buildSeller(slug, { feeBps: 1000 })
  const beat = await buildBeat(world(), database(), school)
  const { owner, productId } = beat
  await addLicence(owner, { productId, name: 'Exclusive', terms: 'Yours alone.', priceCents: 90_000, currency: 'eur', isExclusive: true })
  const exclusive = (await readProductBuilder(owner, productId)).licences.at(-1)?.id ?? ''
  const start = (email: string, licenceId: string, more: { token?: string; userId?: string; coupon?: string } = {}) => world().start(school, email, { licenceId, ...more })
  const buy = (email: string, licenceId: string, userId?: string) => buyProduct(world(), database(), school, { productId, licenceId, email, userId })
  const hear = async () => {
    await world().settle()
    await hearFacts(database(), world().app, school.organizationId)
  }
  const pay = async (started: StartedCheckout, email: string, choice: 'pay' | 'debit' | 'decline' | 'cancel' = 'pay') => {
    if (started.kind !== 'opened') throw new Error(`not opened: ${started.kind}`)
    await pressButton(started.url, { choice, email })
    await hear()
  }
  const orders = () => rows('select buyer_email, status, title from orders where organization_id = $1 order by number', [school.organizationId])
  const page = (userId: string | null = null) => readProductPage(world().ctx(school.organizationId, userId), { slug: beat.slug })
  return { school, ...beat, exclusive, start, buy, pay, hear, orders, page }
}

describe('what is sold once', () => {
  it('is held by whoever pays for it, sold to one, and from then on for sale by no licence; who held one keeps it', async () => {
    const { lease, exclusive, start, buy, pay, orders, page, slug, school, owner } = await arrange('once')
    const early = await buy('early@test.example', lease)
    const first = await start('first@test.example', exclusive)
    expect((await start('second@test.example', exclusive)).kind).toBe('held')
    await pay(first, 'first@test.example')
    for (const licenceId of [exclusive, lease]) expect((await start('late@test.example', licenceId)).kind).toBe('sold')
    expect(await orders()).toMatchObject([{ buyer_email: 'early@test.example' }, { buyer_email: 'first@test.example', title: 'Night drive (Exclusive)' }])

    expect((await page()).music?.soldAt).toBeInstanceOf(Date)
    expect((await listProducts(world().ctx(school.organizationId, null))).products).toMatchObject([{ isSold: true, offer: null, isFrom: false }])
    expect((await listStudioProducts(owner)).products).toMatchObject([{ isSold: true }])
    expect((await readOwnProduct(world().ctx(school.organizationId, early.userId), slug)).licences).toMatchObject([{ name: 'Lease' }])
  })

  it('is free again when the payment is left or fails, and stays held while a bank debit is on its way', async () => {
    const { exclusive, start, pay, hear, orders } = await arrange('let-go')
    const token = newCheckoutToken()
    await start('wrong@test.example', exclusive, { token })
    const mended = await start('right@test.example', exclusive, { token })
    expect(mended.kind).toBe('opened')
    await pay(mended, 'right@test.example', 'debit')
    expect((await start('other@test.example', exclusive)).kind).toBe('held')
    expect(await orders()).toEqual([])
    await fetch(`${world().emulator.url}/_emulator/sessions/${await sessionOf('right@test.example')}/fail`, { method: 'POST' })
    await hear()
    await pay(await start('other@test.example', exclusive), 'other@test.example')
    expect(await orders()).toMatchObject([{ buyer_email: 'other@test.example' }])
  })

  it('closes its page after 40 minutes, and so do those of the other licences, that none is paid long after', async () => {
    const { exclusive, lease, start, owner, productId, school } = await arrange('soon')
    await start('one@test.example', lease)
    await start('two@test.example', exclusive)
    const minutes = await rows('select round(extract(epoch from expires_at - created_at) / 60)::int as minutes from checkouts where organization_id = $1', [school.organizationId])
    expect(minutes.map((row) => row.minutes)).toEqual([40, 40])
    expect((await readProductBuilder(owner, productId)).uses).toBe(2)
  })

  it('counts for one piece, under whatever price and words it is offered', async () => {
    const { exclusive, start, owner, productId, pay } = await arrange('price-changes')
    const begun = await start('first@test.example', exclusive)
    await changeLicence(owner, { productId, licenceId: exclusive, name: 'Exclusive', terms: 'Yours alone, for ever.', priceCents: 120_000, currency: 'eur', isExclusive: true })
    const renewed = (await readProductBuilder(owner, productId)).licences.at(-1)?.id ?? ''
    expect(renewed).not.toBe(exclusive)
    expect((await start('second@test.example', renewed)).kind).toBe('held')
    await pay(begun, 'first@test.example')
    expect((await start('second@test.example', renewed)).kind).toBe('sold')
  })

  it('lets its own browser begin anew at another price, and leaves the page before', async () => {
    const { exclusive, start, owner, productId, pay, orders, school } = await arrange('own-browser')
    const token = newCheckoutToken()
    const before = await start('me@test.example', exclusive, { token })
    await changeLicence(owner, { productId, licenceId: exclusive, name: 'Exclusive', terms: 'Yours alone.', priceCents: 120_000, currency: 'eur', isExclusive: true })
    const now = await start('me@test.example', exclusive, { token })
    expect(now.kind).toBe('opened')
    expect(now).not.toEqual(before)
    await pay(now, 'me@test.example')
    expect(await orders()).toHaveLength(1)
    expect(await rows(`select status from checkouts where organization_id = $1 order by id`, [school.organizationId])).toEqual([{ status: 'expired' }, { status: 'paid' }])
  })

  it('can be had for nothing by a coupon, and is sold all the same', async () => {
    const { exclusive, lease, start, owner, hear } = await arrange('gift')
    await createCoupon(owner, { code: 'GIFT', discount: { kind: 'percent', percentBps: 10_000 }, subjects: null, usesMax: null, usesPerPersonMax: null, startsOn: null, endsOn: null })
    expect((await start('lucky@test.example', exclusive, { coupon: 'gift' })).kind).toBe('completed')
    await hear()
    expect((await start('late@test.example', exclusive, { coupon: 'gift' })).kind).toBe('sold')
    expect((await start('late@test.example', lease)).kind).toBe('sold')
  })

  it('stays off sale after a refund until the school puts it back, and cannot be put back before', async () => {
    const { exclusive, lease, start, buy, owner, productId, hear, page } = await arrange('refund')
    const { orderId } = await buy('first@test.example', exclusive)
    await expect(putBackOnSale(owner, { productId })).rejects.toMatchObject({ code: 'still-sold' })
    await refundOrder(owner, { orderId, reason: '' })
    await hear()
    expect((await start('next@test.example', lease)).kind).toBe('sold')
    expect((await readProductBuilder(owner, productId)).exclusiveSale).toMatchObject({ isRefunded: true })
    await putBackOnSale(owner, { productId })
    expect((await page()).music?.soldAt).toBeNull()
    expect((await start('next@test.example', lease)).kind).toBe('opened')
    await buy('next@test.example', exclusive)
    expect((await start('last@test.example', lease)).kind).toBe('sold')
  })

  it('gives the money back by itself to whoever pays a page that was ended here, when another has it', async () => {
    const { exclusive, start, pay, orders, school, hear } = await arrange('too-late')
    const slow = await start('slow@test.example', exclusive)
    await database().superuser.query(`update checkouts set status = 'expired' where organization_id = $1`, [school.organizationId])
    await pay(await start('quick@test.example', exclusive), 'quick@test.example')
    await pay(slow, 'slow@test.example')
    const [refund] = await rows('select id from refunds where organization_id = $1', [school.organizationId])
    await carryOutRefund(world().app.systemCtx, { organizationId: school.organizationId, refundId: refund.id })
    await hear()
    expect(await orders()).toMatchObject([{ buyer_email: 'quick@test.example', status: 'paid' }, { buyer_email: 'slow@test.example', status: 'refunded' }])
  })
})

const racers = 120

it(`${racers} buyers race for the one there is: one gets it, and nobody pays without getting it`, async () => {
  const { exclusive, start, pay, orders, school } = await arrange('exclusive-race')
  const press = async (email: string): Promise<StartedCheckout> => {
    const token = newCheckoutToken()
    for (;;) {
      try {
        return await start(email, exclusive, { token })
      } catch (fault) {
        if (!(fault instanceof DatabaseUnavailable)) throw fault
      }
    }
  }
  const emails = Array.from({ length: racers }, (_, index) => `racer-${index}@test.example`)
  const ended = await Promise.all(emails.map(async (email) => ({ email, started: await press(email) })))
  const opened = ended.filter(({ started }) => started.kind === 'opened')
  expect(opened).toHaveLength(1)
  expect(ended.filter(({ started }) => started.kind === 'held')).toHaveLength(racers - 1)
  const [winner] = opened
  if (!winner) throw new Error('nobody won')
  await pay(winner.started, winner.email)
  expect(await orders()).toMatchObject([{ buyer_email: winner.email, status: 'paid' }])
  const paid = Object.values(world().emulator.state().sessions).filter((session) => session.metadata?.organization_id === school.organizationId && session.payment_status === 'paid')
  expect(paid).toHaveLength(1)
}, 120_000)
