import { v7 } from 'uuid'
import { musicFactsSchema } from '../../src/modules/catalog/music/music.schema.ts'
import { addLicence, addVersionFile, createProduct, publishProduct, readProductBuilder, releaseVersion, setMusicFacts, setMusicPreview, setProductPrice, updateProduct } from '../../src/modules/catalog/index.ts'
import { makeStorageKey } from '../../src/modules/files/storage/storage-key.ts'
import { pressButton, type CommerceWorld, type SellingSchool } from './commerce-world.ts'
import type { TestDatabase } from './test-database.ts'
import { hearFacts } from './hear-facts.ts'

/** Puts a ready file into a school, without its bytes. */
export async function buildFile(database: TestDatabase, school: SellingSchool, name: string): Promise<string> {
  const id = v7()
  await database.superuser.query(
    `insert into files (organization_id, id, name, purpose, size_bytes, received_bytes, storage_key, status, uploaded_by) values ($1, $2, $3, 'file', 1200, 1200, $4, 'ready', $5)`,
    [school.organizationId, id, name, makeStorageKey(school.organizationId, id, 'bin'), school.ownerId],
  )
  return id
}

/** A download on a school's site, with one file in its released version. */
export async function buildDownload(world: CommerceWorld, database: TestDatabase, school: SellingSchool, terms: { title: string; priceCents: number; givesLicenceKeys?: boolean; downloadsMax?: number }): Promise<{ productId: string; slug: string; fileId: string; versionId: string }> {
  const owner = world.ctx(school.organizationId, school.ownerId)
  const { productId, slug } = await createProduct(owner, { title: terms.title, kind: 'download' })
  const fileId = await buildFile(database, school, `${slug}.zip`)
  const versionId = (await readProductBuilder(owner, productId)).versions[0]?.id ?? ''
  await addVersionFile(owner, { productId, versionId, fileId })
  await releaseVersion(owner, { productId, versionId })
  await updateProduct(owner, {
    productId, title: terms.title, slug, summary: '', descriptionHtml: '', givesLicenceKeys: terms.givesLicenceKeys ?? false, answersLicenceChecks: terms.givesLicenceKeys ?? false, downloadsMax: terms.downloadsMax ?? null, consentText: '',
  })
  await setProductPrice(owner, { productId, priceCents: terms.priceCents, currency: 'eur' })
  await publishProduct(owner, { productId, status: 'published' })
  return { productId, slug, fileId, versionId }
}

/** A beat on a school's site, with a preview, one file in its released version, and two licences. */
export async function buildBeat(world: CommerceWorld, database: TestDatabase, school: SellingSchool, terms: { title: string; bpm?: string; musicalKey?: 'Am' | 'F#m'; tags?: string } = { title: 'Night drive' }) {
  const owner = world.ctx(school.organizationId, school.ownerId)
  const { productId, slug } = await createProduct(owner, { title: terms.title, kind: 'beat' })
  const fileId = await buildFile(database, school, `${slug}.zip`)
  const previewId = await buildFile(database, school, `${slug}-tagged.mp3`)
  await database.superuser.query(`update files set media_type = 'audio/mpeg', purpose = 'audio' where id = $1`, [previewId])
  const versionId = (await readProductBuilder(owner, productId)).versions[0]?.id ?? ''
  await addVersionFile(owner, { productId, versionId, fileId })
  await releaseVersion(owner, { productId, versionId })
  await setMusicFacts(owner, { productId, ...musicFactsSchema.parse({ bpm: terms.bpm ?? '92', musicalKey: terms.musicalKey ?? 'Am', tags: terms.tags ?? 'lo-fi, mellow' }) })
  await setMusicPreview(owner, { productId, fileId: previewId, peaks: [10, 60, 100], seconds: 61 })
  await addLicence(owner, { productId, name: 'Lease', terms: 'One video.', priceCents: 2900, currency: 'eur' })
  await addLicence(owner, { productId, name: 'Unlimited', terms: 'Any use.', priceCents: 19_900, currency: 'eur' })
  await publishProduct(owner, { productId, status: 'published' })
  const [lease, unlimited] = (await readProductBuilder(owner, productId)).licences.map(({ id }) => id)
  return { productId, slug, fileId, previewId, lease: lease ?? '', unlimited: unlimited ?? '', owner }
}

/** Buys a product as a person, and lets the facts of it be heard. @returns the buyer's id */
export async function buyProduct(world: CommerceWorld, database: TestDatabase, school: SellingSchool, wish: { productId: string; licenceId?: string; email: string; userId?: string; coupon?: string }): Promise<{ userId: string; orderId: string }> {
  const started = await world.start(school, wish.email, { productId: wish.productId, licenceId: wish.licenceId, userId: wish.userId, coupon: wish.coupon })
  if (started.kind === 'opened') await pressButton(started.url, { choice: 'pay', email: wish.email })
  else if (started.kind !== 'completed') throw new Error(`not begun: ${started.kind}`)
  await world.settle()
  await hearFacts(database, world.app, school.organizationId)
  const { rows } = await database.superuser.query('select id, user_id from orders where organization_id = $1 and checkout_id = $2', [school.organizationId, started.checkoutId])
  return { userId: rows[0].user_id, orderId: rows[0].id }
}
