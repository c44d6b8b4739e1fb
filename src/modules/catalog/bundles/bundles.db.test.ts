import { describe, expect, it } from 'vitest'
import { buildCourse, buildUser } from '../../../../tests/support/builders.ts'
import { pressButton, useCommerceWorld } from '../../../../tests/support/commerce-world.ts'
import { hearFacts } from '../../../../tests/support/hear-facts.ts'
import { buildDownload, buyProduct } from '../../../../tests/support/product-steps.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { readOrder, refundOrder } from '#modules/commerce/index.ts'
import { createProduct, listOwnProducts, publishProduct, readProductPage, setBundleParts, setProductPrice } from '../index.ts'
import { listOwnCourseIds } from '../reading/course-heads.queries.ts'

const database = useTestDatabase()
const world = useCommerceWorld(database)

/** A bundle of the school's course and a download with keys, on the site for 99 euros. */
async function arrange(slug: string) {
  const school = await world().buildSeller(slug, { feeBps: 1000 })
  const owner = world().ctx(school.organizationId, school.ownerId)
  const download = await buildDownload(world(), database(), school, { title: 'Sheets', priceCents: 2900, givesLicenceKeys: true })
  const bundle = await createProduct(owner, { title: 'All of it', kind: 'bundle' })
  await setProductPrice(owner, { productId: bundle.productId, priceCents: 9900, currency: 'eur' })
  await setBundleParts(owner, { productId: bundle.productId, subjectIds: [school.courseId, download.productId] })
  await publishProduct(owner, { productId: bundle.productId, status: 'published' })
  const has = async (userId: string) => {
    const ctx = world().ctx(school.organizationId, userId)
    const courses = await ctx.inTenant(({ tx }) => listOwnCourseIds(tx))
    return { course: courses.has(school.courseId), download: (await listOwnProducts(ctx)).some(({ id }) => id === download.productId) }
  }
  const refund = async (orderId: string) => {
    await refundOrder(owner, { orderId, reason: '' })
    await world().settle()
    await hearFacts(database(), world().app, school.organizationId)
  }
  const buy = (email: string, productId = bundle.productId, userId?: string) => buyProduct(world(), database(), school, { productId, email, userId })
  return { school, owner, download, bundle, has, refund, buy }
}

describe('a bundle', () => {
  it('opens all of it by one order with one sale in the books, and a full refund takes all of it back', async () => {
    const { school, owner, bundle, has, refund, buy } = await arrange('bundles')
    const { userId, orderId } = await buy('all@test.example')
    expect(await has(userId)).toEqual({ course: true, download: true })
    expect((await readProductPage(world().ctx(school.organizationId, userId), { slug: bundle.slug })).isOwn).toBe(true)
    const { order } = await readOrder(owner, orderId)
    expect(order).toMatchObject({ grossCents: 9900, platformFeeCents: 990, title: 'All of it' })
    const sale = (await database().superuser.query(`select a.kind, e.amount_cents from ledger_entries e join ledger_transactions t on t.id = e.transaction_id join ledger_accounts a on a.id = e.account_id where t.order_id = $1 and t.kind = 'sale' order by a.kind`, [orderId])).rows
    expect(sale).toEqual([{ kind: 'buyer', amount_cents: -9900 }, { kind: 'platform', amount_cents: 990 }, { kind: 'school', amount_cents: 8910 }])

    await refund(orderId)
    expect(await has(userId)).toEqual({ course: false, download: false })
    const balances = await world().ledgerBalances([school])
    expect([balances['buyer:all@test.example'], balances[`connected:${school.accountId}`]]).toEqual([0, 0])
  })

  it('that is refunded leaves what was bought on its own', async () => {
    const { download, has, refund, buy } = await arrange('kept-parts')
    const { userId } = await buy('part@test.example', download.productId)
    const { orderId } = await buy('part@test.example', undefined, userId)
    expect(await has(userId)).toEqual({ course: true, download: true })
    await refund(orderId)
    expect(await has(userId)).toEqual({ course: false, download: true })
  })

  it('says what the viewer has of it already', async () => {
    const { school, download, bundle, buy } = await arrange('owned-parts')
    const { userId } = await buy('some@test.example', download.productId)
    const page = await readProductPage(world().ctx(school.organizationId, userId), { slug: bundle.slug })
    expect(page.parts.map(({ title, isOwn }) => ({ title, isOwn }))).toEqual([{ title: 'Piano', isOwn: false }, { title: 'Sheets', isOwn: true }])
    expect(page.isOwn).toBe(false)
  })

  it('delivers what it held when the buyer began, though the school has changed it meanwhile', async () => {
    const { school, owner, bundle, has } = await arrange('changed')
    const started = await world().start(school, 'slow@test.example', { productId: bundle.productId })
    if (started.kind !== 'opened') throw new Error(started.kind)
    const other = await buildCourse(database(), school.organizationId, 'Violin')
    await setBundleParts(owner, { productId: bundle.productId, subjectIds: [school.courseId, other.courseId] })
    await pressButton(started.url, { choice: 'pay', email: 'slow@test.example' })
    await world().settle()
    await hearFacts(database(), world().app, school.organizationId)
    const { rows } = await database().superuser.query('select user_id from orders where organization_id = $1', [school.organizationId])
    expect(await has(rows[0].user_id)).toEqual({ course: true, download: true })
    const now = await readProductPage(world().ctx(school.organizationId, null), { slug: bundle.slug })
    expect(now.parts.map(({ title }) => title)).toEqual(['Piano', 'Violin'])
  })

  it('whose part somebody has by it is not sold to them again on its own', async () => {
    const { school, download, buy } = await arrange('not-twice')
    const { userId } = await buy('once@test.example')
    expect(await world().start(school, 'once@test.example', { productId: download.productId, userId })).toEqual({ kind: 'already-bought' })
    expect(await world().start(school, 'once@test.example', { userId })).toEqual({ kind: 'already-bought' })
  })

  it('holds what is on this school’s site and at least two of it, has a price, and is for those who set prices', async () => {
    const { school, owner, bundle, download } = await arrange('rules')
    const rival = await arrange('rules-rival')
    const set = (subjectIds: string[], ctx = owner) => setBundleParts(ctx, { productId: bundle.productId, subjectIds })
    await expect(set([school.courseId, rival.download.productId])).rejects.toMatchObject({ status: 422 })
    await expect(set([download.productId])).rejects.toMatchObject({ status: 422 })
    await expect(set([download.productId, bundle.productId])).rejects.toMatchObject({ status: 422 })
    await expect(setProductPrice(owner, { productId: bundle.productId, priceCents: 0, currency: 'eur' })).rejects.toMatchObject({ status: 422 })
    await expect(set([school.courseId, download.productId], rival.owner)).rejects.toMatchObject({ status: 404 })
    await expect(set([school.courseId, download.productId], world().ctx(school.organizationId, await buildUser(database(), 'Nobody')))).rejects.toMatchObject({ status: 404 })
  })
})
