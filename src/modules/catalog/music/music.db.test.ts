import { describe, expect, it } from 'vitest'
import { buildMembership, buildUser } from '../../../../tests/support/builders.ts'
import { useCommerceWorld } from '../../../../tests/support/commerce-world.ts'
import { hearFacts } from '../../../../tests/support/hear-facts.ts'
import { buildBeat, buildFile, buyProduct } from '../../../../tests/support/product-steps.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { readOrder, refundOrder } from '#modules/commerce/index.ts'
import { findReadyFile } from '#modules/files/index.ts'
import { addLicence, changeLicence, fetchProductFile, listProducts, publishProduct, readOwnProduct, readPreviewFile, readProductBuilder, readProductPage, removeLicence, removeMusicPreview, setMusicPreview, setProductPrice } from '../index.ts'
import { musicFactsSchema, musicFilterSchema } from './music.schema.ts'

const database = useTestDatabase()
const world = useCommerceWorld(database)

async function arrange(slug: string) {
  const school = await world().buildSeller(slug, { feeBps: 1000 })
  const beat = await buildBeat(world(), database(), school)
  const as = (userId: string | null) => ({ ...world().app.systemCtx, ...world().ctx(school.organizationId, userId), linkConfig: world().app.config })
  const buy = (email: string, licenceId: string, userId?: string) => buyProduct(world(), database(), school, { productId: beat.productId, licenceId, email, userId })
  const refund = async (orderId: string) => {
    await refundOrder(beat.owner, { orderId, reason: '' })
    await world().settle()
    await hearFacts(database(), world().app, school.organizationId)
  }
  return { school, ...beat, as, buy, refund }
}

describe('music under licences', () => {
  it('is delivered by one order with one sale in the books, with the words of its licence, and goes with the refund', async () => {
    const { school, slug, fileId, lease, as, buy, refund, owner } = await arrange('licences')
    const { userId, orderId } = await buy('ada@test.example', lease)
    const { order } = await readOrder(owner, orderId)
    expect(order).toMatchObject({ title: 'Night drive (Lease)', grossCents: 2900, platformFeeCents: 290, subjectKind: 'licence', subjectId: lease })
    const own = await readOwnProduct(as(userId), slug)
    expect(own.licences).toMatchObject([{ name: 'Lease', terms: 'One video.' }])
    expect(await fetchProductFile(as(userId), { slug, fileId })).toMatch(/^http:\/\/files\./)
    const sales = await database().superuser.query(`select 1 from ledger_transactions where order_id = $1 and kind = 'sale'`, [orderId])
    expect(sales.rowCount).toBe(1)

    await refund(orderId)
    await expect(readOwnProduct(as(userId), slug)).rejects.toMatchObject({ status: 404 })
    await expect(fetchProductFile(as(userId), { slug, fileId })).rejects.toMatchObject({ status: 404 })
    const balances = await world().ledgerBalances([school])
    expect([balances['buyer:ada@test.example'], balances[`connected:${school.accountId}`]]).toEqual([0, 0])
  })

  it('can be had under a second licence, not twice under one, and a refund of one leaves the other', async () => {
    const { school, slug, lease, unlimited, as, buy, refund } = await arrange('upgrade')
    const { userId } = await buy('up@test.example', lease)
    expect((await world().start(school, 'up@test.example', { licenceId: lease, userId })).kind).toBe('already-bought')
    expect((await readProductPage(as(userId), { slug })).licences.map(({ name, isOwn }) => ({ name, isOwn }))).toEqual([{ name: 'Lease', isOwn: true }, { name: 'Unlimited', isOwn: false }])
    const { orderId } = await buy('up@test.example', unlimited, userId)
    expect((await readOwnProduct(as(userId), slug)).licences).toHaveLength(2)
    await refund(orderId)
    expect((await readOwnProduct(as(userId), slug)).licences.map(({ name }) => name)).toEqual(['Lease'])
  })

  it('keeps the words that were bought when the school writes others, and a price alone changes no licence', async () => {
    const { school, slug, productId, lease, as, buy, owner } = await arrange('words')
    const { userId } = await buy('old@test.example', lease)
    await changeLicence(owner, { productId, licenceId: lease, name: 'Lease', terms: 'One video.', priceCents: 3900, currency: 'eur' })
    expect((await readProductPage(as(null), { slug })).licences[0]).toMatchObject({ id: lease, offer: { priceCents: 3900 } })
    await changeLicence(owner, { productId, licenceId: lease, name: 'Lease', terms: 'Two videos.', priceCents: 3900, currency: 'eur' })
    const [first] = (await readProductPage(as(null), { slug })).licences
    expect(first).toMatchObject({ name: 'Lease', terms: 'Two videos.' })
    expect(first?.id).not.toBe(lease)
    expect((await readOwnProduct(as(userId), slug)).licences).toMatchObject([{ terms: 'One video.' }])
    expect((await world().start(school, 'new@test.example', { licenceId: lease })).kind).toBe('not-for-sale')
  })

  it('has a price for each licence and none of its own; the last one stays while it is on the site', async () => {
    const { productId, lease, unlimited, owner } = await arrange('prices')
    await expect(setProductPrice(owner, { productId, priceCents: 100, currency: 'eur' })).rejects.toMatchObject({ status: 422 })
    for (const priceCents of [0, null]) await expect(addLicence(owner, { productId, name: 'Gift', terms: '', priceCents, currency: 'eur' })).rejects.toMatchObject({ status: 422 })
    await removeLicence(owner, { productId, licenceId: lease })
    await expect(removeLicence(owner, { productId, licenceId: unlimited })).rejects.toMatchObject({ status: 422 })
    await publishProduct(owner, { productId, status: 'draft' })
    await removeLicence(owner, { productId, licenceId: unlimited })
    await expect(publishProduct(owner, { productId, status: 'published' })).rejects.toMatchObject({ code: 'product-not-ready', publicMessage: expect.stringContaining('licence') })
  })
})

describe('the preview', () => {
  it('is everybody’s while the piece is on the site, and the full file is not', async () => {
    const { school, slug, fileId, previewId, productId, as, owner } = await arrange('previews')
    expect(await readPreviewFile(as(null), slug)).toMatch(/^http:\/\/files\./)
    const seen = (id: string) => as(null).inTenant(({ tx }) => findReadyFile(tx, school.organizationId, id))
    expect(await seen(previewId)).not.toBeNull()
    expect(await seen(fileId)).toBeNull()

    await publishProduct(owner, { productId, status: 'draft' })
    expect(await seen(previewId)).toBeNull()
    await expect(readPreviewFile(as(null), slug)).rejects.toMatchObject({ status: 404 })
    await publishProduct(owner, { productId, status: 'published' })
    await removeMusicPreview(owner, { productId })
    await expect(readPreviewFile(as(null), slug)).rejects.toMatchObject({ status: 404 })
  })

  it('is a recording of the school’s own', async () => {
    const { school, productId, owner } = await arrange('recordings')
    const rival = await arrange('rival-recordings')
    const sheet = await buildFile(database(), school, 'sheet.pdf')
    for (const fileId of [sheet, rival.previewId, 'nothing']) await expect(setMusicPreview(owner, { productId, fileId, peaks: [], seconds: null })).rejects.toMatchObject({ status: 422 })
  })
})

describe('the shelf', () => {
  it('is filtered by tempo, key and tag, with the lowest price on the card, and says what there is to choose', async () => {
    const { school, as } = await arrange('shelf')
    await buildBeat(world(), database(), school, { title: 'Sunrise', bpm: '140', musicalKey: 'F#m', tags: 'House, mellow' })
    const found = async (asked: Record<string, unknown>) => (await listProducts(as(null), { filter: musicFilterSchema.parse({ bpmFrom: null, bpmTo: null, key: null, tag: null, ...asked }) })).products.map(({ title }) => title)
    expect(await found({ bpmFrom: '90', bpmTo: '100' })).toEqual(['Night drive'])
    expect(await found({ bpmFrom: '100' })).toEqual(['Sunrise'])
    expect(await found({ key: 'F#m' })).toEqual(['Sunrise'])
    expect(await found({ tag: 'mellow' })).toEqual(['Night drive', 'Sunrise'])
    expect(await found({ tag: 'mellow', key: 'Am', bpmTo: '91' })).toEqual([])
    expect(await found({ bpmFrom: 'fast', key: 'H' })).toEqual(['Night drive', 'Sunrise'])
    const { products, choices, productCount } = await listProducts(as(null), { filter: musicFilterSchema.parse({ tag: 'lo-fi' }) })
    expect([productCount, products[0]?.offer?.priceCents, products[0]?.isFrom]).toEqual([1, 2900, true])
    expect(choices).toEqual({ keys: ['Am', 'F#m'], tags: ['mellow', 'house', 'lo-fi'] })
  })

  it('takes tags with commas between, small and once each, and no nonsense', () => {
    expect(musicFactsSchema.parse({ bpm: '', musicalKey: '', tags: ' Lo-Fi ,lo-fi,,  Deep   House ' })).toEqual({ bpm: null, musicalKey: null, tags: ['lo-fi', 'deep house'] })
    for (const wrong of [{ bpm: '19' }, { bpm: '92.5' }, { musicalKey: 'H' }, { tags: 'x'.repeat(31) }]) expect(musicFactsSchema.safeParse(wrong).success).toBe(false)
  })

  it('is changed by those who may: licences by those who set prices, facts by those who build', async () => {
    const { school, productId, as } = await arrange('roles')
    const teacher = await buildUser(database(), 'Teacher')
    await buildMembership(database(), school.organizationId, teacher, 'instructor')
    await setMusicPreview(as(teacher), { productId, fileId: (await readProductBuilder(as(teacher), productId)).music?.previewFileId ?? '', peaks: [5], seconds: 3 })
    await expect(addLicence(as(teacher), { productId, name: 'Mine', terms: '', priceCents: 100, currency: 'eur' })).rejects.toMatchObject({ status: 403 })
  })
})
