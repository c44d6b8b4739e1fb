import { v7 } from 'uuid'
import { newLicenceKey } from '../../src/modules/catalog/purchases/licence-key.ts'
import type { Row } from './connections.ts'
import type { Put, School } from './world.ts'

/** A product on the site that the student bought, one that was taken off it since, a draft; bundles of them. */
export async function fillProducts(put: Put, school: School, courseId: string): Promise<void> {
  const { id: organization_id, people, otherStudentId, samples, barePurchaseId } = school
  const listed = await fillDownload(put, school, 'a-download', { status: 'published', gives_licence_keys: true })
  const withdrawn = await fillDownload(put, school, 'a-withdrawn-download', { status: 'draft' })
  await fillDownload(put, school, 'a-draft-download', { status: 'draft' })

  // Bought when the second version was the newest: the first one is not theirs.
  const bought = { organization_id, product_id: listed.id, paid_at: '2026-02-02', versions_from: '2026-02-01' }
  for (const [user_id, more] of [[people.student, {}], [otherStudentId, { order_id: null, refunded_at: '2026-03-01' }]] as const) {
    const purchaseId = v7()
    await put('purchases', { ...bought, id: purchaseId, user_id, order_id: samples.orders?.id, ...more })
    await put('licence_keys', { organization_id, id: v7(), purchase_id: purchaseId, user_id, key: newLicenceKey() })
    await put('product_downloads', { organization_id, id: v7(), purchase_id: purchaseId, user_id, file_id: listed.fileId, happened_at: '2026-02-03' })
  }
  await put('purchases', { organization_id, id: barePurchaseId, product_id: withdrawn.id, user_id: people.student, paid_at: '2026-01-02' })
  const freeId = v7()
  await put('products', { organization_id, id: freeId, kind: 'lead-magnet', slug: 'a-free-download', title: 'Free', status: 'published' })
  await put('leads', { organization_id, id: v7(), product_id: freeId, email: 'lead@test.example', consent_text: 'Write to me.', asked_at: '2026-01-01' })
  for (const status of ['published', 'draft'] as const) await fillBeat(put, school, status)
  await fillBundles(put, organization_id, { courseId, productId: listed.id })
}

/** Three versions with a file each: two released, one not yet. */
async function fillDownload(put: Put, { id: organization_id, people }: School, slug: string, more: Row): Promise<{ id: string; fileId: string }> {
  const [id, fileIds] = [v7(), [v7(), v7(), v7()]]
  await put('products', { organization_id, id, kind: 'download', slug, title: slug, ...more })
  for (const [index, released_at] of ['2026-01-01', '2026-02-01', null].entries()) {
    const [versionId, fileId] = [v7(), fileIds[index] ?? v7()]
    await put('files', { organization_id, id: fileId, name: 'a.zip', purpose: 'file', size_bytes: 1, storage_key: v7(), status: 'ready', uploaded_by: people.owner })
    await put('product_versions', { organization_id, id: versionId, product_id: id, label: `${index + 1}.0`, released_at })
    await put('product_files', { organization_id, id: v7(), version_id: versionId, file_id: fileId, name: 'a.zip', size_bytes: 1 })
  }
  return { id, fileId: fileIds[1] ?? '' }
}

/** A beat with a preview that goes where it goes, and a licence with its price. */
async function fillBeat(put: Put, school: School, status: 'published' | 'draft'): Promise<void> {
  const organization_id = school.id
  const { id } = await fillDownload(put, school, status === 'draft' ? 'a-draft-beat' : 'a-beat', { kind: 'beat', status })
  const [previewId, licenceId, offerId] = [v7(), v7(), v7()]
  await put('files', { organization_id, id: previewId, name: 'a.mp3', purpose: 'audio', media_type: 'audio/mpeg', size_bytes: 1, storage_key: v7(), status: 'ready', uploaded_by: school.people.owner })
  await put('music_facts', { organization_id, product_id: id, bpm: 92, musical_key: 'Am', tags: ['lo-fi'], preview_file_id: previewId, peaks: [10, 100, 40] })
  await put('licences', { organization_id, id: licenceId, product_id: id, name: 'Lease', terms: 'One video.' })
  await put('offers', { organization_id, id: offerId, subject_kind: 'licence', subject_id: licenceId, title: 'A beat (Lease)', price_cents: 2900, currency: 'eur', status: status === 'draft' ? 'retired' : 'active' })
  await put('offer_parts', { organization_id, id: v7(), offer_id: offerId, subject_kind: 'product', subject_id: id, title: 'A beat' })
}

/** One bundle holds a download, the other a course; offers of both kinds of standing say so. */
async function fillBundles(put: Put, organization_id: string, parts: { courseId: string; productId: string }): Promise<void> {
  for (const [slug, status, part] of [['a-bundle', 'published', { product_id: parts.productId }], ['a-draft-bundle', 'draft', { course_id: parts.courseId }]] as const) {
    const bundleId = v7()
    await put('products', { organization_id, id: bundleId, kind: 'bundle', slug, title: slug, status })
    await put('bundle_parts', { organization_id, id: v7(), bundle_id: bundleId, ...part })
    const offerId = v7()
    await put('offers', { organization_id, id: offerId, subject_kind: 'product', subject_id: bundleId, title: slug, price_cents: 9900, currency: 'eur', status: status === 'draft' ? 'retired' : 'active' })
    await put('offer_parts', { organization_id, id: v7(), offer_id: offerId, subject_kind: 'product', subject_id: parts.productId, title: 'a-download' })
  }
}
