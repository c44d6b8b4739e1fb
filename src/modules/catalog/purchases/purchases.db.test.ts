import { describe, expect, it } from 'vitest'
import { buildUser } from '../../../../tests/support/builders.ts'
import { useCommerceWorld } from '../../../../tests/support/commerce-world.ts'
import { hearFacts } from '../../../../tests/support/hear-facts.ts'
import { buildDownload, buildFile, buyProduct } from '../../../../tests/support/product-steps.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { createCoupon, readOrder, refundOrder } from '#modules/commerce/index.ts'
import { addVersion, addVersionFile, allowMoreDownloads, checkLicence, fetchProductFile, getFreeProduct, listOwnProducts, listProductBuyers, readOwnProduct, readProductBuilder, readProductPage, releaseVersion, revokeLicenceKey, setProductPrice, withdrawVersion } from '../index.ts'

const database = useTestDatabase()
const world = useCommerceWorld(database)

const ctx = (school: { organizationId: string }, userId: string | null) => ({ ...world().app.systemCtx, ...world().ctx(school.organizationId, userId), linkConfig: world().app.config })

async function sell(slug: string, terms: { priceCents?: number; givesLicenceKeys?: boolean; downloadsMax?: number } = {}) {
  const school = await world().buildSeller(slug)
  const product = await buildDownload(world(), database(), school, { title: 'Synth presets', priceCents: 1900, ...terms })
  const buy = (email: string, coupon?: string) => buyProduct(world(), database(), school, { productId: product.productId, email, coupon })
  return { school, ...product, buy, owner: ctx(school, school.ownerId) }
}

describe('a download that was bought', () => {
  it('is its buyer’s with a key, is fetched by a link that ends, and goes with the refund, key and all', async () => {
    const { school, slug, fileId, buy, owner, productId } = await sell('presets', { givesLicenceKeys: true })
    const { userId, orderId } = await buy('ada@test.example')
    const buyer = ctx(school, userId)
    const own = await readOwnProduct(buyer, slug)
    const key = own.purchases[0]?.licence?.key ?? ''
    expect(own.versions.map(({ label, files }) => ({ label, files: files.map(({ name }) => name) }))).toEqual([{ label: '1.0', files: [`${slug}.zip`] }])
    expect(await listOwnProducts(buyer)).toMatchObject([{ slug, newest: { label: '1.0', fileCount: 1, sizeBytes: 1200 } }])
    expect(await fetchProductFile(buyer, { slug, fileId })).toMatch(/^http:\/\/files\./)
    expect((await readProductPage(buyer, { slug })).isOwn).toBe(true)
    expect(await checkLicence({ ...owner, organizationId: school.organizationId }, { key: key.toLowerCase(), address: 'a' })).toEqual({ isValid: true, product: { slug, title: 'Synth presets' } })
    expect((await listProductBuyers(owner, { productId, before: null })).buyers).toMatchObject([{ email: 'ada@test.example', downloadCount: 1, licence: { key }, order: { id: orderId } }])

    await refundOrder(owner, { orderId, reason: '' })
    await world().settle()
    await hearFacts(database(), world().app, school.organizationId)
    expect((await readOrder(owner, orderId)).order.status).toBe('refunded')
    await expect(readOwnProduct(buyer, slug)).rejects.toMatchObject({ status: 404 })
    await expect(fetchProductFile(buyer, { slug, fileId })).rejects.toMatchObject({ status: 404 })
    expect(await checkLicence({ ...owner, organizationId: school.organizationId }, { key, address: 'a' })).toEqual({ isValid: false, reason: 'refunded' })
    const balances = await world().ledgerBalances([school])
    expect(balances['buyer:ada@test.example']).toBe(0)
    expect(balances[`connected:${school.accountId}`]).toBe(0)
  })

  it('is nobody else’s: not a visitor’s, a stranger’s or another school’s, and its key is known at no other school', async () => {
    const { school, slug, fileId, buy } = await sell('private', { givesLicenceKeys: true })
    const { userId } = await buy('own@test.example')
    const key = (await readOwnProduct(ctx(school, userId), slug)).purchases[0]?.licence?.key ?? ''
    const stranger = await buildUser(database(), 'Stranger')
    await expect(fetchProductFile(ctx(school, null), { slug, fileId })).rejects.toMatchObject({ status: 401 })
    await expect(fetchProductFile(ctx(school, stranger), { slug, fileId })).rejects.toMatchObject({ status: 404 })
    const rival = await sell('private-rival')
    await expect(fetchProductFile(ctx(rival.school, userId), { slug, fileId })).rejects.toMatchObject({ status: 404 })
    expect(await checkLicence({ ...rival.owner, organizationId: rival.school.organizationId }, { key, address: 'b' })).toEqual({ isValid: false, reason: 'unknown' })
  })

  it('whose refund is heard before its payment opens nothing', async () => {
    const { school, slug, owner, productId } = await sell('backwards', { givesLicenceKeys: true })
    const started = await world().start(school, 'late@test.example', { productId })
    if (started.kind !== 'opened') throw new Error(started.kind)
    const { pressButton } = await import('../../../../tests/support/commerce-world.ts')
    await pressButton(started.url, { choice: 'pay', email: 'late@test.example' })
    await world().settle()
    const { rows: [order] } = await database().superuser.query('select id, user_id from orders where organization_id = $1', [school.organizationId])
    await refundOrder(owner, { orderId: order.id, reason: '' })
    await world().settle()
    await hearFacts(database(), world().app, school.organizationId, 'order.refunded')
    await hearFacts(database(), world().app, school.organizationId)
    await expect(readOwnProduct(ctx(school, order.user_id), slug)).rejects.toMatchObject({ status: 404 })
    expect((await database().superuser.query('select count(*)::int as count from licence_keys where organization_id = $1', [school.organizationId])).rows).toEqual([{ count: 0 }])
  })

  it('by a coupon that takes all of it off needs no payment, and is delivered the same', async () => {
    const { school, slug, buy, owner } = await sell('gifts', { givesLicenceKeys: true })
    await createCoupon(owner, { code: 'ALL', discount: { kind: 'percent', percentBps: 10_000 }, subjects: [{ subjectKind: 'product', subjectId: (await readProductPage(owner, { slug })).product.id }], usesMax: null, usesPerPersonMax: null, startsOn: null, endsOn: null })
    const { userId } = await buy('gift@test.example', 'all')
    expect((await readOwnProduct(ctx(school, userId), slug)).purchases[0]?.licence?.key).toMatch(/^.{29}$/)
  })
})

describe('versions', () => {
  it('that came before the purchase are not the buyer’s; those since are, and the newest in any case', async () => {
    const { school, slug, buy, owner, productId, fileId } = await sell('versions')
    const release = async (label: string) => {
      await addVersion(owner, { productId, label, notes: '' })
      const versionId = (await readProductBuilder(owner, productId)).versions.find((version) => version.label === label)?.id ?? ''
      const id = await buildFile(database(), school, `${label}.zip`)
      await addVersionFile(owner, { productId, versionId, fileId: id })
      await releaseVersion(owner, { productId, versionId })
      return { versionId, fileId: id }
    }
    const early = await buy('early@test.example')
    const second = await release('2.0')
    const late = await buy('late@test.example')
    const third = await release('3.0')
    const labels = async (userId: string) => (await readOwnProduct(ctx(school, userId), slug)).versions.map(({ label }) => label)
    expect(await labels(early.userId)).toEqual(['3.0', '2.0', '1.0'])
    expect(await labels(late.userId)).toEqual(['3.0', '2.0'])
    await expect(fetchProductFile(ctx(school, late.userId), { slug, fileId })).rejects.toMatchObject({ status: 404 })
    expect(await fetchProductFile(ctx(school, late.userId), { slug, fileId: third.fileId })).toContain('http')
    await withdrawVersion(owner, { productId, versionId: third.versionId })
    await withdrawVersion(owner, { productId, versionId: second.versionId })
    expect(await labels(late.userId)).toEqual(['1.0'])
  })
})

describe('downloads', () => {
  it('are counted: a second press within ten minutes is the same one, past the limit it is refused, and the school can allow more', async () => {
    const { school, slug, fileId, buy, owner, productId } = await sell('limits', { downloadsMax: 2 })
    const { userId } = await buy('often@test.example')
    const buyer = ctx(school, userId)
    const later = async () => void (await database().superuser.query(`update product_downloads set happened_at = happened_at - interval '11 minutes' where organization_id = $1`, [school.organizationId]))
    await fetchProductFile(buyer, { slug, fileId })
    await fetchProductFile(buyer, { slug, fileId })
    expect((await readOwnProduct(buyer, slug)).downloads.get(fileId)).toMatchObject({ count: 1 })
    await database().superuser.query(`update purchases set downloads_from = now() - interval '1 day' where organization_id = $1`, [school.organizationId])
    await later()
    await fetchProductFile(buyer, { slug, fileId })
    await later()
    await expect(fetchProductFile(buyer, { slug, fileId })).rejects.toMatchObject({ code: 'downloads-used-up' })

    const [one] = (await listProductBuyers(owner, { productId, before: null })).buyers
    expect(one).toMatchObject({ downloadCount: 2, isUsedUp: true })
    await allowMoreDownloads(owner, { productId, purchaseId: one?.purchaseId ?? '' })
    expect(await fetchProductFile(buyer, { slug, fileId })).toContain('http')
  })

  it('asked for ten times at once count once', async () => {
    const { school, slug, fileId, buy } = await sell('rush-of-links', { downloadsMax: 3 })
    const { userId } = await buy('rush@test.example')
    await Promise.all(Array.from({ length: 10 }, () => fetchProductFile(ctx(school, userId), { slug, fileId })))
    expect((await readOwnProduct(ctx(school, userId), slug)).downloads.get(fileId)).toMatchObject({ count: 1 })
  })
})

describe('a licence key', () => {
  it('is revoked and given back by those who may refund, and by nobody else', async () => {
    const { school, slug, buy, owner, productId } = await sell('keys', { givesLicenceKeys: true })
    const { userId } = await buy('key@test.example')
    const [buyer] = (await listProductBuyers(owner, { productId, before: null })).buyers
    const place = { productId, purchaseId: buyer?.purchaseId ?? '' }
    const ask = () => checkLicence({ ...owner, organizationId: school.organizationId }, { key: buyer?.licence?.key ?? '', address: 'c' })
    await expect(revokeLicenceKey(ctx(school, userId), { ...place, isRevoked: true })).rejects.toMatchObject({ status: 403 })
    await revokeLicenceKey(owner, { ...place, isRevoked: true })
    expect(await ask()).toEqual({ isValid: false, reason: 'revoked' })
    expect((await readOwnProduct(ctx(school, userId), slug)).purchases[0]?.licence).toMatchObject({ isRevoked: true })
    await revokeLicenceKey(owner, { ...place, isRevoked: false })
    expect(await ask()).toMatchObject({ isValid: true })
  })
})

describe('a product that costs nothing', () => {
  it('is had by whoever is signed in, once, and not when it has a price', async () => {
    const { school, slug, productId, owner } = await sell('free-download', { priceCents: 0 })
    const userId = await buildUser(database(), 'Free')
    await expect(getFreeProduct(ctx(school, null), slug)).rejects.toMatchObject({ status: 401 })
    await Promise.all([1, 2, 3].map(() => getFreeProduct(ctx(school, userId), slug)))
    expect((await readOwnProduct(ctx(school, userId), slug)).purchases).toHaveLength(1)
    await setProductPrice(owner, { productId, priceCents: 500, currency: 'eur' })
    await expect(getFreeProduct(ctx(school, await buildUser(database(), 'Late')), slug)).rejects.toMatchObject({ code: 'product-not-free' })
  })
})
