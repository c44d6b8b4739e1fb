import { v7 } from 'uuid'
import type { MemberRole } from '../../src/platform/db/with-tenant.ts'
import type { Row } from './connections.ts'
import { fillProducts } from './fill-products.ts'
import type { Put, School } from './world.ts'

const memberRoles: MemberRole[] = ['owner', 'admin', 'instructor', 'assistant', 'student', 'guardian']

/** A course with what hangs on it. */
interface Course {
  id: string
  sectionId: string
  lessonId: string
  mediaId: string
}

/**
 * Makes one school whose rows tell every case apart that a policy decides: published and draft, paid and preview,
 * own and another's, active and ended.
 *
 * @param samples is filled with the first row of each table
 */
export async function fillSchool(put: Put, slug: string, samples: Record<string, Row>): Promise<School> {
  const id = v7()
  const people = Object.fromEntries(memberRoles.map((role) => [role, v7()])) as Record<MemberRole, string>
  const school: School = { id, slug, people, otherStudentId: v7(), formerId: v7(), samples, bareLessonId: v7(), bareCheckoutId: v7(), bareOrderId: v7(), bareVersionId: v7(), barePurchaseId: v7(), staffFieldId: v7() }
  await put('organizations', { id, slug, name: slug })
  await fillPeople(put, school)
  await fillIdentity(put, school)
  const { listed, other } = await fillCatalog(put, school)
  await fillCommerce(put, school, listed)
  await fillProgress(put, school, listed, other)
  await fillStorefront(put, school)
  await fillProducts(put, school, listed.id)
  await fillConsents(put, school)
  await fillGround(put, school)
  return school
}

async function fillPeople(put: Put, { id: organization_id, slug, people, otherStudentId, formerId, staffFieldId }: School): Promise<void> {
  // The instructor stands on the school's page; the one who left stood there, and must not any more.
  const all: [string, MemberRole, Row][] = [
    ...memberRoles.map((role): [string, MemberRole, Row] => [people[role], role, { is_public: role === 'instructor' }]),
    [otherStudentId, 'student', {}],
    [formerId, 'instructor', { is_public: true, deleted_at: '2026-01-01' }],
  ]
  const shownId = v7()
  await put('custom_fields', { organization_id, id: shownId, label: 'Instrument', kind: 'choice', choices: ['Piano', 'Violin'], access: 'edits', is_listed: true })
  await put('custom_fields', { organization_id, id: staffFieldId, label: 'Note', kind: 'text', access: 'staff' })
  for (const [user_id, role, more] of all) {
    await put('users', { id: user_id, name: `${role} of ${slug}`, email: `${user_id}@test.example` })
    await put('user_identities', { id: v7(), provider: 'builtin', subject: user_id, user_id })
    const membershipId = v7()
    await put('organization_memberships', { organization_id, id: membershipId, user_id, role, ...more })
    if (role !== 'student') continue
    await put('custom_values', { organization_id, field_id: shownId, membership_id: membershipId, user_id, words: ['Piano'] })
    await put('custom_values', { organization_id, field_id: staffFieldId, membership_id: membershipId, user_id, words: ['shy'] })
  }
  await put('organization_invitations', {
    organization_id, id: v7(), email: 'invited@test.example', role: 'student', token_hash: v7(), invited_by: people.owner, expires_at: '2099-01-01',
  })
  await put('data_exports', { id: v7(), organization_id, user_id: people.student })
  await put('departures', { id: v7(), organization_id, user_id: people.student, due_at: '2099-01-01' })
  const importId = v7()
  await put('invitation_imports', { organization_id, id: importId, started_by: people.owner, unused_columns: ['Phone'] })
  await put('invitation_import_rows', { organization_id, id: v7(), import_id: importId, row_number: 2, email: 'new@test.example', given_role: '', role: 'student', outcome: 'new' })
}

async function fillIdentity(put: Put, { people, otherStudentId }: School): Promise<void> {
  const id = people.student
  await put('better_auth.user', { id: otherStudentId, name: 'Without a second factor', email: `${otherStudentId}@test.example` })
  await put('better_auth.user', { id, name: 'Student', email: `${id}@test.example` })
  const sessionId = v7()
  await put('better_auth.session', { id: sessionId, token: v7(), userId: id, expiresAt: '2099-01-01' })
  await put('better_auth.host_session', { id: v7(), sessionId, host: 'www.example.com', tokenHash: v7() })
  await put('better_auth.hand_over', { codeHash: v7(), sessionId, host: 'www.example.com', nonceHash: v7() })
  await put('better_auth.account', { id: v7(), accountId: id, providerId: 'credential', userId: id, password: 'a hash' })
  await put('better_auth.verification', { id: v7(), identifier: id, value: 'a secret', expiresAt: '2099-01-01' })
  await put('better_auth.two_factor', { id: v7(), userId: id, secret: 'sealed', backupCodes: 'sealed' })
  await put('better_auth.passkey', { id: v7(), userId: id, publicKey: 'a key', credentialID: v7(), counter: 0, deviceType: 'multiDevice', backedUp: true })
  await put('better_auth.attempts', { key: v7() })
}

async function fillCatalog(put: Put, school: School): Promise<{ listed: Course; other: Course }> {
  const { id: organization_id, people, otherStudentId, bareLessonId } = school
  const listed = await fillCourse(put, school, 'listed', { status: 'published' })
  const other = await fillCourse(put, school, 'other', { status: 'published' })
  const withdrawn = await fillCourse(put, school, 'withdrawn', { status: 'draft' })
  await fillCourse(put, school, 'draft', { status: 'draft' })
  await put('lessons', { organization_id, id: bareLessonId, course_id: listed.id, section_id: listed.sectionId, title: 'Bare', kind: 'text', position: 2 })

  const enrol = (course: Course, user_id: string, status: string) =>
    put('enrolments', { organization_id, id: v7(), course_id: course.id, user_id, source: 'invitation', status })
  await enrol(listed, people.student, 'active')
  await enrol(withdrawn, people.student, 'active')
  await enrol(other, people.student, 'ended')
  await enrol(other, otherStudentId, 'active')
  return { listed, other }
}

/** A course with a paid lesson, a free preview, a file for each, and a cover. */
async function fillCourse(put: Put, { id: organization_id, people }: School, slug: string, more: Row): Promise<Course> {
  const course: Course = { id: v7(), sectionId: v7(), lessonId: v7(), mediaId: v7() }
  const [coverId, previewId, previewMediaId, handoutId] = [v7(), v7(), v7(), v7()]
  for (const id of [course.mediaId, coverId, previewMediaId, handoutId]) {
    await put('files', { organization_id, id, name: 'a.mp4', purpose: 'video', size_bytes: 1, storage_key: v7(), status: 'ready', uploaded_by: people.owner })
  }
  await put('files', { organization_id, id: v7(), name: 'unused.mp4', purpose: 'video', size_bytes: 1, storage_key: v7(), status: 'uploading', uploaded_by: people.owner })
  await put('courses', { organization_id, id: course.id, slug, title: slug, cover_file_id: coverId, ...more })
  await put('sections', { organization_id, id: course.sectionId, course_id: course.id, title: 'Begin', position: 0 })
  const lesson = { organization_id, course_id: course.id, section_id: course.sectionId, kind: 'video' }
  await put('lessons', { ...lesson, id: course.lessonId, title: 'Paid', position: 0 })
  await put('lessons', { ...lesson, id: previewId, title: 'Free', is_preview: true, position: 1 })
  await put('lesson_contents', { organization_id, lesson_id: course.lessonId, body_html: 'paid for', media_file_id: course.mediaId })
  await put('lesson_contents', { organization_id, lesson_id: previewId, body_html: 'free', media_file_id: previewMediaId })
  await put('lesson_attachments', { organization_id, id: v7(), lesson_id: course.lessonId, file_id: handoutId })
  return course
}

async function fillCommerce(put: Put, { id: organization_id, people, otherStudentId, bareCheckoutId, bareOrderId }: School, course: Course): Promise<void> {
  const subject = { organization_id, subject_kind: 'course', subject_id: course.id, title: 'Listed', currency: 'eur' }
  const offerId = v7()
  await put('offers', { ...subject, id: offerId, price_cents: 4900 })
  await put('offers', { ...subject, id: v7(), price_cents: 3900, status: 'retired' })
  await put('payout_accounts', { organization_id, id: v7(), provider: 'stripe', provider_account_id: v7() })

  const couponId = v7()
  for (const [id, code] of [[couponId, 'USED'], [v7(), 'UNUSED']] as const) {
    await put('coupons', { organization_id, id, code, kind: 'percent', percent_bps: 2500, is_for_all: false })
    await put('coupon_subjects', { organization_id, id: v7(), coupon_id: id, subject_kind: 'course', subject_id: course.id })
  }

  const checkout = { ...subject, offer_id: offerId, email: 'buyer@test.example', token_hash: 'a hash', amount_cents: 4900, fee_bps: 1000, fee_cents: 490 }
  for (const [user_id, orderId, number] of [[people.student, v7(), 1], [otherStudentId, bareOrderId, 2]] as const) {
    const checkoutId = v7()
    await put('checkouts', { ...checkout, id: checkoutId, user_id, status: 'paid', coupon_id: couponId, coupon_code: 'USED', discount_cents: 1000 })
    await put('orders', {
      ...subject, id: orderId, number, checkout_id: checkoutId, user_id, buyer_email: 'buyer@test.example', gross_cents: 4900, platform_fee_cents: 490, provider: 'stripe', coupon_code: 'USED', discount_cents: 1000,
    })
    await put('order_notes', { organization_id, id: v7(), checkout_id: checkoutId, kind: 'started', detail: 'Checkout started' })
    if (orderId !== bareOrderId) await put('enrolment_orders', { organization_id, id: v7(), order_id: orderId, course_id: course.id, user_id })
    await put('refunds', { organization_id, id: v7(), order_id: orderId, amount_cents: 100 })
    await fillLedger(put, organization_id, orderId)
  }
  await put('checkouts', { ...checkout, id: bareCheckoutId })
  for (const user_id of [people.student, otherStudentId]) await fillCredits(put, { organization_id, user_id, made_by: people.owner })
}

async function fillLedger(put: Put, organization_id: string, order_id: string): Promise<void> {
  const [transactionId, buyerId, schoolId] = [v7(), v7(), v7()]
  await put('ledger_accounts', { organization_id, id: buyerId, kind: 'buyer', holder: order_id, currency: 'eur' })
  await put('ledger_accounts', { organization_id, id: schoolId, kind: 'school', holder: order_id, currency: 'eur' })
  await put('ledger_transactions', { organization_id, id: transactionId, kind: 'sale', source_key: order_id, order_id, description: 'Sale' })
  await put('ledger_entries', { organization_id, id: v7(), transaction_id: transactionId, account_id: buyerId, amount_cents: -4900 })
  await put('ledger_entries', { organization_id, id: v7(), transaction_id: transactionId, account_id: schoolId, amount_cents: 4900 })
}

/** Credits that the owner gave. */
async function fillCredits(put: Put, { organization_id, user_id, made_by }: { organization_id: string; user_id: string; made_by: string }): Promise<void> {
  const [transactionId, heldId, issuedId] = [v7(), v7(), v7()]
  await put('ledger_accounts', { organization_id, id: heldId, kind: 'credits-held', holder: user_id, user_id, currency: 'credits' })
  await put('ledger_accounts', { organization_id, id: issuedId, kind: 'credits-issued', holder: user_id, currency: 'credits' })
  await put('ledger_transactions', { organization_id, id: transactionId, kind: 'credits-given', source_key: transactionId, made_by, description: 'Thank you' })
  await put('ledger_entries', { organization_id, id: v7(), transaction_id: transactionId, account_id: heldId, amount_cents: 20 })
  await put('ledger_entries', { organization_id, id: v7(), transaction_id: transactionId, account_id: issuedId, amount_cents: -20 })
}

/** The student goes on in one course and has been refunded another; the other student the other way round. */
async function fillProgress(put: Put, { id: organization_id, people, otherStudentId }: School, listed: Course, other: Course): Promise<void> {
  for (const user_id of [people.student, otherStudentId]) {
    for (const course of [listed, other]) {
      await put('lesson_progress', { organization_id, id: v7(), user_id, course_id: course.id, lesson_id: course.lessonId })
    }
  }
}

/** A first page with a block of each kind: public, one step later in the draft, and a step nobody is at any more. */
async function fillStorefront(put: Put, { id: organization_id, people, bareVersionId }: School): Promise<void> {
  const [publicId, draftId, shownId, plannedId] = [v7(), v7(), v7(), v7()]
  for (const id of [shownId, plannedId]) {
    await put('files', { organization_id, id, name: 'hall.webp', purpose: 'image', size_bytes: 1, storage_key: v7(), status: 'ready', uploaded_by: people.owner })
  }
  const kinds = ['hero', 'about', 'courses', 'products', 'people', 'schedule', 'testimonials', 'text', 'gallery', 'contact', 'embed']
  const blocks = (fileId: string) => kinds.map((kind) => ({ id: kind, kind, ...(kind === 'gallery' ? { items: [{ fileId }] } : {}) }))
  const version = { organization_id, deed: 'change hero' }
  await put('storefront_versions', { ...version, id: publicId, number: 1, blocks: blocks(shownId), is_published: true, published_at: '2026-01-02' })
  await put('storefront_versions', { ...version, id: draftId, number: 2, previous_id: publicId, blocks: blocks(plannedId), is_draft: true })
  await put('storefront_versions', { ...version, id: bareVersionId, number: 3, previous_id: publicId, blocks: [], published_at: '2026-01-01' })
  await put('storefront_pictures', { organization_id, version_id: draftId, file_id: plannedId })
  await put('storefront_pictures', { organization_id, version_id: publicId, file_id: shownId })
}

/** Terms that both students agreed to, with a draft of the next, and a document that nobody has published. */
async function fillConsents(put: Put, { id: organization_id, people, otherStudentId }: School): Promise<void> {
  const [termsId, versionId, plannedId] = [v7(), v7(), v7()]
  const terms = { organization_id, is_required: true, asks_at_entry: true, asks_at_checkout: false }
  await put('consent_documents', { ...terms, id: termsId })
  await put('consent_documents', { ...terms, id: plannedId, is_required: false })
  await put('consent_versions', { organization_id, id: versionId, document_id: termsId, number: 1, title: 'Terms', body_html: '<p>Be kind</p>', published_at: '2026-01-01', binding_at: '2026-01-01', published_by: people.owner })
  await put('consent_versions', { organization_id, id: v7(), document_id: termsId, title: 'Terms', body_html: '<p>More</p>' })
  await put('consent_versions', { organization_id, id: v7(), document_id: plannedId, title: 'Photos', body_html: '<p>Photos</p>' })
  for (const user_id of [people.student, otherStudentId]) await put('consent_answers', { organization_id, id: v7(), document_id: termsId, version_id: versionId, user_id, answer: 'agreed', asked_at_moment: 'entry', answered_at: '2026-01-02' })
}

async function fillGround(put: Put, { id: organization_id, slug, people }: School): Promise<void> {
  const eventId = v7()
  await put('outbox_events', { organization_id, id: eventId, name: 'course.completed', payload: {} })
  await put('outbox_deliveries', { organization_id, id: v7(), event_id: eventId, subscriber: 'receipt' })
  const [endpointId, deliveryId] = [v7(), v7()]
  await put('domains', { organization_id, id: v7(), host: `${slug}.example.com`, challenge: 'a challenge of twenty letters', state: 'verified' })
  await put('webhook_endpoints', { organization_id, id: endpointId, url: 'https://hooks.example.com/', facts: ['order.paid'], secret_sealed: 'sealed' })
  await put('webhook_deliveries', { organization_id, id: deliveryId, endpoint_id: endpointId, event_id: eventId, type: 'order.paid', payload: {}, occurred_at: '2026-01-01' })
  await put('webhook_deliveries', { organization_id, id: v7(), endpoint_id: endpointId, type: 'webhook.test', payload: {}, occurred_at: '2026-01-01', status: 'failed' })
  await put('webhook_tries', { organization_id, id: v7(), delivery_id: deliveryId, outcome: 'timed-out', duration_ms: 15_000 })
  const keyId = v7()
  await put('api_keys', { organization_id, id: keyId, name: 'Shop', prefix: 'cove_abc', secret_hash: v7(), scopes: ['coupons:read'], made_by: people.owner })
  await put('api_answers', { organization_id, id: v7(), key_id: keyId, idempotency_key: 'a word', request_hash: 'a hash', status: 201, body: {} })
  await put('api_origins', { organization_id, id: v7(), origin: `https://${slug}.example` })
  await put('webhook_events', { id: v7(), provider: 'stripe', event_id: v7(), event_type: 'charge.updated', payload: {} })
  await put('sync_states', { provider: 'clerk', kind: 'organization', subject: `org_${slug}`, source_updated_at: '2026-01-01' })
  const runId = v7()
  await put('reconcile_runs', { id: runId, mode: 'full', is_applied: true, started_by: 'clock', phase: 'users', state: 'done' })
  await put('reconcile_drift', { run_id: runId, id: v7(), kind: 'organization', subject: `org_${slug}`, standing: 'missing' })
  await put('reconcile_seen', { run_id: runId, kind: 'organization', subject: `org_${slug}` })
  await put('worker_heartbeats', { worker_id: slug })
  await put('mail_messages', {
    id: v7(), organization_id, idempotency_key: v7(), kind: 'receipt', to_address: 'a@test.example', from_name: slug, subject: 'Receipt', html_body: '', text_body: '',
  })
}
