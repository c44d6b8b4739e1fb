import type { IdSource } from './probes.ts'

/** A form that names a row beside the one in its address; everything else of it is the own school's. */
export interface FormProbe {
  /** The page of the form; `:name` is filled by the probes of pages. */
  pattern: string
  /** The field that is sent an id of the other school, or of nobody. */
  field: string
  from: IdSource
  /** What the form sends beside it; a value `table.column` is replaced by the own school's. */
  form: Record<string, string>
  /** The form says beside its field that the choice is not there, for both alike. */
  isSaidBesideField?: boolean
}

const builder = 'studio/courses/:courseId'
const product = 'studio/products/:productId'
const editor = 'studio/courses/:courseId/lessons/:lessonId'

/** Every form with an id inside: the own page, the own form, and one id of the other school in it. */
export const formProbes: FormProbe[] = [
  { pattern: builder, field: 'sectionId', from: 'sections.id', form: { intent: 'rename-section', title: 'Taken' } },
  { pattern: builder, field: 'sectionId', from: 'sections.id', form: { intent: 'move-section', to: 'up' } },
  { pattern: builder, field: 'sectionId', from: 'sections.id', form: { intent: 'remove-section' } },
  { pattern: builder, field: 'sectionId', from: 'sections.id', form: { intent: 'add-lesson', title: 'Slipped in', kind: 'text' } },
  { pattern: builder, field: 'lessonId', from: 'lessons.id', form: { intent: 'move-lesson', to: 'down' } },
  { pattern: builder, field: 'lessonId', from: 'lessons.id', form: { intent: 'move-lesson', sectionId: 'sections.id', index: '0' } },
  { pattern: builder, field: 'sectionId', from: 'sections.id', form: { intent: 'move-lesson', lessonId: 'lessons.id', index: '0' } },
  { pattern: editor, field: 'fileId', from: 'files.id', form: { intent: 'set-media' }, isSaidBesideField: true },
  { pattern: editor, field: 'fileId', from: 'files.id', form: { intent: 'add-attachment' }, isSaidBesideField: true },
  { pattern: editor, field: 'attachmentId', from: 'lesson_attachments.id', form: { intent: 'move-attachment', to: 'up' } },
  { pattern: editor, field: 'attachmentId', from: 'lesson_attachments.id', form: { intent: 'remove-attachment' } },
  { pattern: editor, field: 'mediaFileId', from: 'files.id', form: { intent: 'save', title: 'Paid', bodyHtml: '' }, isSaidBesideField: true },
  { pattern: `${builder}/settings`, field: 'instructorMembershipId', from: 'organization_memberships.id', form: { title: 'Listed', slug: 'listed' }, isSaidBesideField: true },
  { pattern: 'studio/site', field: 'version', from: 'storefront_versions.id', form: { intent: 'bring-back' } },
  { pattern: 'studio/site/brand', field: 'fileId', from: 'storefront_pictures.file_id', form: { intent: 'set-logo' }, isSaidBesideField: true },
  { pattern: 'studio/site/blocks/hero', field: 'fileId', from: 'storefront_pictures.file_id', form: { intent: 'add-picture' }, isSaidBesideField: true },
  { pattern: 'studio/site/blocks/hero', field: 'picture', from: 'storefront_pictures.file_id', form: { intent: 'write', layout: 'beside' }, isSaidBesideField: true },
  { pattern: product, field: 'versionId', from: 'product_versions.id', form: { intent: 'release' } },
  { pattern: product, field: 'versionId', from: 'product_versions.id', form: { intent: 'withdraw' } },
  { pattern: product, field: 'versionId', from: 'product_versions.id', form: { intent: 'remove-version' } },
  { pattern: product, field: 'versionId', from: 'product_versions.id', form: { intent: 'add-file', fileId: 'files.id' } },
  { pattern: product, field: 'versionId', from: 'product_versions.id', form: { intent: 'remove-file', fileId: 'files.id' } },
  { pattern: product, field: 'licenceId', from: 'licences.id', form: { intent: 'change-licence', name: 'Taken', terms: '', price: '1' } },
  { pattern: product, field: 'licenceId', from: 'licences.id', form: { intent: 'remove-licence' } },
  { pattern: product, field: 'fileId', from: 'files.id', form: { intent: 'set-preview' } },
  { pattern: `${product}/addresses`, field: 'id', from: 'leads.id', form: {} },
  { pattern: `${product}/buyers`, field: 'id', from: 'purchases.id', form: { intent: 'revoke' } },
  { pattern: `${product}/buyers`, field: 'id', from: 'purchases.id', form: { intent: 'allow-more' } },
  { pattern: 'learn/data', field: 'id', from: 'consent_documents.id', form: { intent: 'agree' } },
  { pattern: 'studio/people/invitations', field: 'invitation', from: 'organization_invitations.id', form: { intent: 'resend' } },
  { pattern: 'studio/people/invitations', field: 'invitation', from: 'organization_invitations.id', form: { intent: 'revoke' } },
]

/** What the actions of pages with an id in their address are sent, so that only the id stands in the way. */
export const pageForms: Record<string, Record<string, string>[]> = {
  'studio/courses/:courseId': [
    { intent: 'add-section', title: 'Slipped in' }, { intent: 'set-price', price: '1' }, { intent: 'publish' }, { intent: 'unlist' }, { intent: 'unpublish' },
    { intent: 'rename-section', sectionId: 'sections.id', title: 'Taken' }, { intent: 'move-section', sectionId: 'sections.id', to: 'up' },
    { intent: 'remove-section', sectionId: 'sections.id' }, { intent: 'add-lesson', sectionId: 'sections.id', title: 'Slipped in', kind: 'text' },
    { intent: 'move-lesson', lessonId: 'lessons.id', to: 'down' },
  ],
  'studio/courses/:courseId/settings': [{ intent: 'delete' }, { title: 'Taken', slug: 'taken' }],
  'studio/courses/:courseId/lessons/:lessonId': [
    { intent: 'save', title: 'Taken', bodyHtml: '<p>Taken</p>' }, { intent: 'set-media', fileId: '' }, { intent: 'set-media', fileId: 'files.id' },
    { intent: 'add-attachment', fileId: 'files.id' }, { intent: 'move-attachment', attachmentId: 'lesson_attachments.id', to: 'up' },
    { intent: 'remove-attachment', attachmentId: 'lesson_attachments.id' }, { intent: 'remove' },
  ],
  'studio/products/:productId': [
    { intent: 'add-version', label: '9.9', notes: '' }, { intent: 'set-price', price: '1' }, { intent: 'publish' }, { intent: 'unlist' }, { intent: 'unpublish' }, { intent: 'set-parts' }, { intent: 'set-music', bpm: '90', musicalKey: 'Am', tags: 'taken' }, { intent: 'remove-preview' }, { intent: 'put-back' }, { intent: 'add-licence', name: 'Taken', terms: '', price: '1' },
    { intent: 'release', versionId: 'product_versions.id' }, { intent: 'withdraw', versionId: 'product_versions.id' }, { intent: 'remove-version', versionId: 'product_versions.id' },
  ],
  'studio/products/:productId/settings': [{ intent: 'delete' }, { title: 'Taken', slug: 'taken', downloadsMax: '' }],
  'studio/products/:productId/buyers': [{ intent: 'revoke', id: 'purchases.id' }, { intent: 'give-back', id: 'purchases.id' }, { intent: 'allow-more', id: 'purchases.id' }],
  'studio/products/:productId/addresses': [{ id: 'leads.id' }],
  'products/:productSlug/request': [{ email: 'a@test.example', agrees: 'on' }],
  'downloads/:productSlug': [{ fileId: 'product_files.file_id' }],
  'studio/people/:membershipId/credits': [{ amount: '5', reason: 'Taken', requestKey: '01a1fe94-d8bb-735f-ae40-399c7c3b4ebf' }, { intent: 'take-back', transactionId: 'ledger_transactions.id' }],
  'studio/people/import/:importId': [{ intent: 'apply' }, { intent: 'stop' }, { intent: 'discard' }, { intent: 'take-back' }],
  'studio/people/fields/:fieldId': [{ intent: 'save', label: 'Taken', hint: '', kind: 'text', choices: '', access: 'staff' }, { intent: 'remove' }],
  'studio/people/:membershipId/details': [{}],
  'studio/people/:membershipId/profile': [{ displayName: 'Taken', headline: '', bio: '', type: '' }],
  'studio/people/:membershipId': [{ intent: 'remove' }, { role: 'student' }],
  'studio/coupons/:couponId': [{ intent: 'remove' }, { intent: 'restore' }],
  'studio/coupons/:couponId/change': [{ coupon: 'TAKEN', discountKind: 'percent', off: '100', appliesTo: 'all', usesMax: '', perPersonMax: '', startsOn: '', endsOn: '' }],
  'studio/settings/documents/:documentId': [{ intent: 'save', title: 'Taken', bodyHtml: '<p>Taken</p>', weight: 'optional' }, { intent: 'publish', changeNote: '', days: '0' }, { intent: 'archive' }, { intent: 'restore' }, { intent: 'discard' }],
  'studio/orders/:orderId/refund': [{ reason: 'Taken' }],
  'studio/settings/api/:keyId': [{}],
  'studio/settings/webhooks/:endpointId': [{ intent: 'test' }, { intent: 'on' }, { intent: 'off' }, { intent: 'rotate' }, { intent: 'end-overlap' }, { intent: 'send-missed', hours: '24' }, { intent: 'remove' }],
  'studio/settings/webhooks/:endpointId/change': [{ url: 'https://taken.example.com/', 'order.paid': 'on' }],
  'studio/settings/webhooks/:endpointId/:deliveryId': [{}],
}

/** Pages that answer an id which is not theirs with something else than the 404, alike for all ids. */
export const answeredAlike: { pattern: string; method: 'GET' | 'POST'; statuses: number[]; because: string }[] = [
  ...(['GET', 'POST'] as const).map((method) => ({ pattern: 'courses/:courseSlug/buy', method, statuses: [202, 303], because: 'reads nothing; the checkout it leads to answers' })),
  { pattern: 'courses/:courseSlug/start', method: 'GET', statuses: [202, 302], because: 'reads nothing; the page it leads to answers' },
  { pattern: 'products/:productSlug/get', method: 'GET', statuses: [202, 302], because: 'reads nothing; the page it leads to answers' },
  ...['checkout/:checkoutId/done', 'studio/orders/:orderId', 'studio/courses/:courseId/students'].map((pattern) => ({ pattern, method: 'POST' as const, statuses: [405], because: 'takes no form' })),
  { pattern: 'learn/:courseSlug/:lessonId', method: 'POST', statuses: [302, 404], because: 'the lesson alone says what is done; the address it leads to answers for the course' },
  { pattern: 'learn/:courseSlug/:lessonId/watching', method: 'POST', statuses: [200, 404], because: 'the lesson alone says what was watched, and it is the own school\'s' },
]
