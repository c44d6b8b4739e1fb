import type { School } from '../isolation/world.ts'
import type { EdgeForm } from './bad-values.ts'

/** The rows that the forms stand on. */
export interface FormPlaces {
  courseId: string
  sectionId: string
  lessonId: string
  courseSlug: string
  productId: string
  productVersionId: string
  purchaseId: string
  bundleId: string
  leadId: string
  freeProductId: string
  musicId: string
  licenceId: string
  fileId: string
  attachmentId: string
  membershipId: string
  invitationId: string
  importId: string
  orderId: string
  couponId: string
  sessionId: string
  endpointId: string
  domainId: string
  domain: string
  deliveryId: string
  pictureId: string
  versionId: string
  apiKeyId: string
  documentId: string
  fieldId: string
  staffFieldId: string
}

/** The places of a filled school. */
export function placesOf(school: School): FormPlaces {
  const id = (table: string) => String(school.samples[table]?.id)
  const draftPicture = String(school.samples.storefront_pictures?.file_id)
  return {
    courseId: id('courses'), sectionId: id('sections'), lessonId: id('lessons'), courseSlug: 'listed', fileId: id('files'), attachmentId: id('lesson_attachments'),
    productId: id('products'), productVersionId: id('product_versions'), purchaseId: id('purchases'), bundleId: String(school.samples.bundle_parts?.bundle_id), leadId: id('leads'), freeProductId: String(school.samples.leads?.product_id), musicId: String(school.samples.licences?.product_id), licenceId: id('licences'),
    domainId: id('domains'), domain: String(school.samples.domains?.host), endpointId: id('webhook_endpoints'), deliveryId: id('webhook_deliveries'), apiKeyId: id('api_keys'), documentId: id('consent_documents'), fieldId: id('custom_fields'), staffFieldId: school.staffFieldId,
    membershipId: id('organization_memberships'), invitationId: id('organization_invitations'), importId: id('invitation_imports'), orderId: id('orders'), couponId: id('coupons'), sessionId: 'a-session', pictureId: draftPicture, versionId: String(school.samples.storefront_versions?.id),
  }
}

/** Every form of the product with what it is sent when all is well; `intent` is left alone when the rest is spoilt. */
export function everyForm(places: FormPlaces): EdgeForm[] {
  const course = `/studio/courses/${places.courseId}`
  const lesson = `${course}/lessons/${places.lessonId}`
  const product = `/studio/products/${places.productId}`
  const webhook = `/studio/settings/webhooks/${places.endpointId}`
  const { sectionId, lessonId } = places
  const handOver = { to: places.domain, next: '/learn', nonce: 'n'.repeat(43) }
  const music = `/studio/products/${places.musicId}`
  const coupon = { coupon: 'AUTUMN', discountKind: 'percent', off: '10', appliesTo: 'some', [`for-${places.courseId}`]: 'on', [`for-${places.bundleId}`]: 'on', [`for-${places.licenceId}`]: 'on', usesMax: '10', perPersonMax: '1', startsOn: '2026-09-01', endsOn: '2026-11-30' }
  const atSchool = (path: string, form: Record<string, string>): EdgeForm => ({ where: 'school', path, form })
  const atHome = (path: string, form: Record<string, string>, page?: string): EdgeForm => ({ where: 'installation', path, form, page })
  return [
    atSchool('/studio/courses', { title: 'Scales' }),
    atSchool(course, { intent: 'add-section', title: 'More' }),
    atSchool(course, { intent: 'rename-section', sectionId, title: 'Another name' }),
    atSchool(course, { intent: 'move-section', sectionId, to: '0' }),
    atSchool(course, { intent: 'remove-section', sectionId }),
    atSchool(course, { intent: 'add-lesson', sectionId, title: 'One', kind: 'audio' }),
    atSchool(course, { intent: 'move-lesson', lessonId, sectionId, index: '0' }),
    atSchool(course, { intent: 'set-price', price: '10' }),
    atSchool(course, { intent: 'nothing-like-it' }),
    atSchool(`${course}/settings`, { title: 'Scales', slug: 'scales', subject: 'guitar', level: 'advanced', summary: 'Up & down', descriptionHtml: '<p>Slowly</p>', outcomes: 'One\nTwo', instructorMembershipId: '' }),
    atSchool(lesson, { intent: 'save', title: 'Renamed', bodyHtml: '<p>Text</p>', isPreview: 'on' }),
    atSchool(lesson, { intent: 'set-media', fileId: places.fileId }),
    atSchool(lesson, { intent: 'add-attachment', fileId: places.fileId }),
    atSchool(lesson, { intent: 'move-attachment', attachmentId: places.attachmentId, to: 'up' }),
    atSchool(lesson, { intent: 'remove-attachment', attachmentId: places.attachmentId }),
    atSchool('/studio/products', { title: 'Chord sheets', kind: 'download' }),
    atSchool(product, { intent: 'add-version', label: '4.0', notes: 'All chords' }),
    ...['release', 'withdraw', 'remove-version'].map((intent) => atSchool(product, { intent, versionId: places.productVersionId })),
    atSchool(product, { intent: 'add-file', versionId: places.productVersionId, fileId: places.fileId }),
    atSchool(product, { intent: 'remove-file', versionId: places.productVersionId, fileId: places.fileId }),
    atSchool(product, { intent: 'set-price', price: '10' }),
    ...['publish', 'unlist', 'unpublish'].map((intent) => atSchool(product, { intent })),
    atSchool(music, { intent: 'set-music', bpm: '92', musicalKey: 'Am', tags: 'lo-fi, mellow' }),
    atSchool(music, { intent: 'add-licence', name: 'Unlimited', terms: 'Any use.', price: '199', isExclusive: 'on' }),
    ...['change-licence', 'remove-licence'].map((intent) => atSchool(music, { intent, licenceId: places.licenceId, ...(intent === 'change-licence' ? { name: 'Lease', terms: 'Two videos.', price: '39' } : {}) })),
    atSchool(music, { intent: 'remove-preview' }),
    atSchool(music, { intent: 'put-back' }),
    atSchool(`${product}/settings`, { title: 'Chord sheets', slug: 'chord-sheets', summary: 'All of them', descriptionHtml: '<p>By key</p>', givesLicenceKeys: 'on', answersLicenceChecks: 'on', downloadsMax: '5' }),
    atSchool(`/studio/products/${places.freeProductId}/settings`, { title: 'Warm-ups', slug: 'warm-ups', summary: 'Ten of them', descriptionHtml: '<p>Slowly</p>', consentText: 'Write to me.' }),
    ...['revoke', 'give-back', 'allow-more'].map((intent) => atSchool(`${product}/buyers`, { intent, id: places.purchaseId })),
    atSchool(`/studio/products/${places.freeProductId}/addresses`, { id: places.leadId }),
    atSchool('/downloads/a-download', { fileId: places.fileId }),
    atSchool('/products/a-bundle/checkout', {}),
    atSchool('/products/a-download/get', {}),
    atSchool('/studio/people/invitations', { intent: 'resend', invitation: places.invitationId }),
    atSchool('/studio/people/invitations', { intent: 'revoke', invitation: places.invitationId }),
    atSchool('/studio/people/import', { file: '', rows: 'new@test.example', role: 'student' }),
    atSchool(`/studio/people/import/${places.importId}`, { intent: 'apply' }),
    atSchool('/studio/people/invite', { email: 'new@test.example', role: 'assistant' }),
    atSchool('/studio/people/fields/new', { label: 'Began', hint: 'The year', kind: 'choice', choices: 'One\nTwo', access: 'edits', isRequired: 'on', isListed: 'on' }),
    atSchool(`/studio/people/fields/${places.fieldId}`, { intent: 'save', label: 'Instrument', hint: '', kind: 'choice', choices: 'Piano\nViolin', access: 'edits', isRequired: 'on', isListed: 'on' }),
    atSchool(`/studio/people/${places.membershipId}/details`, { [`field-${places.fieldId}`]: 'Violin', [`field-${places.staffFieldId}`]: 'shy' }),
    atSchool('/learn/data', { intent: 'save-details', [`field-${places.fieldId}`]: 'Violin' }),
    atSchool(`/studio/people/${places.membershipId}`, { role: 'student' }),
    atSchool(`/studio/people/${places.membershipId}/profile`, { displayName: 'Ines', headline: 'Piano', bio: 'Plays.', type: 'teacher', 'teacher.years': '12', 'teacher.subjects': 'Piano', 'teacher.languages': 'English', isPublic: 'on' }),
    atSchool('/studio/courses', { intent: 'remove-samples' }),
    atSchool(`/studio/people/${places.membershipId}/credits`, { amount: '20', reason: 'Thank you' }),
    atSchool(`/studio/orders/${places.orderId}/refund`, { reason: 'Asked' }),
    atSchool('/studio/coupons/new', coupon),
    atSchool(`/studio/coupons/${places.couponId}/change`, coupon),
    atSchool(`/studio/coupons/${places.couponId}`, { intent: 'restore' }),
    atSchool('/studio/payouts', { country: 'SE' }),
    atSchool('/studio/settings/api', { origins: 'https://www.example.com' }),
    atSchool('/studio/settings/api/new', { name: 'Books', expiresIn: '90', courses: 'read', people: 'write', enrolments: 'none', orders: 'none', coupons: 'none', webhooks: 'none' }),
    atSchool(`/studio/settings/api/${places.apiKeyId}`, {}),
    atSchool('/studio/settings/documents/new', { title: 'House rules', bodyHtml: '<p>Be kind</p>', weight: 'required', atEntry: 'on', atCheckout: 'on' }),
    atSchool(`/studio/settings/documents/${places.documentId}`, { intent: 'save', title: 'Terms', bodyHtml: '<p>Be kinder</p>', weight: 'required', atEntry: 'on', atCheckout: 'on' }),
    atSchool(`/studio/settings/documents/${places.documentId}`, { intent: 'publish', changeNote: 'Kinder', days: '14' }),
    ...['archive', 'restore', 'discard'].map((intent) => atSchool(`/studio/settings/documents/${places.documentId}`, { intent })),
    atSchool('/studio/settings/domains/new', { host: 'www.example.com' }),
    ...['check', 'main', 'subdomain', 'remove'].map((intent) => atSchool(`/studio/settings/domains/${places.domainId}`, { intent })),
    atSchool('/studio/settings/webhooks/new', { url: 'https://hooks.example.com/new', description: 'Our books', 'order.paid': 'on', 'order.refunded': 'on', 'course.completed': 'on' }),
    atSchool(`${webhook}/change`, { url: 'https://hooks.example.com/moved', description: 'Our books', 'order.paid': 'on', 'order.refunded': 'on', 'course.completed': 'on' }),
    ...['test', 'rotate', 'end-overlap', 'off', 'on'].map((intent) => atSchool(webhook, { intent })),
    atSchool(webhook, { intent: 'send-missed', hours: '24' }),
    atSchool(`${webhook}/${places.deliveryId}`, {}),
    ...siteForms(places).map(([path, form]) => atSchool(path, form)),
    ...translationForms(places).map(([path, form]): EdgeForm => ({ ...atSchool(path, { ...form, in: 'de' }), page: `${path}?in=de` })),
    atSchool('/studio/settings/languages', { ownLanguage: 'en', 'offer-en': 'on', 'offer-de': 'on' }),
    atSchool('/studio/settings', { name: 'School', tagline: 'A line', 'tagline-de': 'Eine Zeile', timeZone: 'Asia/Tokyo' }),
    atSchool(`/courses/${places.courseSlug}/checkout`, {}),
    atSchool(`/courses/${places.courseSlug}/buy`, {}),
    atSchool(`/courses/${places.courseSlug}/start`, { next: '' }),
    atSchool(`/learn/${places.courseSlug}/${lessonId}`, { next: lessonId }),
    atHome('/account', { name: 'Ines' }),
    ...['copy', 'leave', 'stay'].map((intent) => atHome('/account/data', { intent })),
    atSchool('/agree', { intent: 'later' }),
    ...['agree', 'take-back'].map((intent) => atSchool('/learn/data', { intent, id: places.documentId })),
    ...['copy', 'leave', 'stay'].map((intent) => atSchool('/learn/data', { intent })),
    atHome('/account', { intent: 'end', session: places.sessionId }),
    atHome('/account/password', { password: 'a quiet morning', newPassword: 'an evening walk' }),
    atHome('/account/address', { email: 'new@test.example', password: 'a quiet morning' }),
    atHome('/account/two-factor', { intent: 'begin', password: 'a quiet morning' }),
    atHome('/account/elsewhere', { intent: 'link', password: 'a quiet morning' }),
    atHome('/account/passkeys', { intent: 'ask', password: 'a quiet morning' }),
    atHome('/account/address/confirm', { token: 'a-token' }, '/account/address/confirm?token=a-token'),
    atHome('/hand-over', handOver, `/hand-over/confirm?${new URLSearchParams(handOver)}`),
    atHome('/operator/inbox/replay', { ids: places.courseId }, '/operator/inbox'),
    atHome('/operator/jobs', { job: '1' }),
    atHome('/operator/reconcile/start', { intent: 'compare' }, '/operator/reconcile'),
    atHome('/operator/reconcile/start', { intent: 'heal', endMany: 'on' }),
    atHome('/operator/inbox', { intent: 'ask', text: 'user_1' }, '/operator/inbox?text=user_1'),
    atHome('/onboarding', { name: 'Another', slug: 'another-school', preset: 'music-school', currency: 'sek', timeZone: 'Asia/Tokyo', sample: 'on' }, '/onboarding?name=Another&preset=music-school'),
  ]
}

/** With the built-in accounts there is nobody to ask and nothing to walk: these forms are tried in `forms-under-clerk.db.test.ts`. */
export const standsOnlyUnderClerk = ({ path, form }: EdgeForm): boolean => path.startsWith('/operator/reconcile/') || (path.startsWith('/operator/') && form.intent === 'ask')

/** The forms of the site's editor: those of the list, and one of each kind of block. */
function siteForms({ pictureId, versionId }: FormPlaces): [string, Record<string, string>][] {
  const site = '/studio/site'
  const write = (kind: string, form: Record<string, string>): [string, Record<string, string>] => [`${site}/blocks/${kind}`, { intent: 'write', ...form }]
  return [
    [`${site}/brand`, { intent: 'dress', brandColour: '#123456', typePair: 'space', look: 'dark' }],
    [`${site}/brand`, { intent: 'remove-logo' }],
    [`${site}/elsewhere`, { sites: 'https://www.example.com' }],
    [`${site}/search`, { title: 'Cello in Lisbon', description: 'Slowly' }],
    [site, { intent: 'add', kind: 'text' }],
    [site, { intent: 'move', block: 'hero', to: '1' }],
    [site, { intent: 'remove', block: 'embed' }],
    [site, { intent: 'bring-back', version: versionId }],
    ...['undo', 'redo', 'discard', 'publish', 'nothing-like-it'].map((intent): [string, Record<string, string>] => [site, { intent }]),
    write('hero', { layout: 'type', title: 'A headline', text: 'A word', action: 'none', pictureAlt: 'A hall' }),
    write('about', { layout: 'statement', title: 'About', html: '<p>Us</p>', pictureAlt: 'A hall' }),
    write('courses', { layout: 'rows', title: 'Courses', subject: '', most: '3' }),
    write('products', { layout: 'tracks', title: 'Products', most: '3' }),
    write('people', { layout: 'names', title: 'People' }),
    write('schedule', { layout: 'days', title: 'Timetable', text: 'Until July', 'day.0': '2', 'start.0': '18:30', 'minutes.0': '75', 'title.0': 'Cello', 'who.0': 'Ann', 'place.0': 'The hall' }),
    write('testimonials', { layout: 'rows', title: 'Voices', 'quote.0': 'It was fun.', 'name.0': 'Ann', 'about.0': 'Cello' }),
    write('text', { layout: 'band', title: 'Text', html: '<p>Words</p>' }),
    write('gallery', { layout: 'strip', title: 'Pictures', 'fileId.0': pictureId, 'alt.0': 'The hall', 'caption.0': 'In May' }),
    write('contact', { layout: 'centred', title: 'Write', text: 'Soon' }),
    write('embed', { layout: 'beside', title: 'Listen', text: 'Here', address: 'https://vimeo.com/76979871' }),
  ]
}

/** The forms of the site's editor in another language than the page's first. The school offers it. */
function translationForms({ pictureId }: FormPlaces): [string, Record<string, string>][] {
  const translate = (kind: string, form: Record<string, string>): [string, Record<string, string>] => [`/studio/site/blocks/${kind}`, { intent: 'translate', ...form }]
  return [
    ['/studio/site/search', { title: 'Cello in Lissabon', description: 'Langsam' }],
    translate('hero', { title: 'Kommen Sie herein', text: 'Langsam' }),
    translate('about', { title: 'Über uns', html: '<p>Wir</p>' }),
    translate('courses', { title: 'Kurse' }),
    translate('people', { title: 'Lehrkräfte' }),
    translate('schedule', { title: 'Stundenplan', text: 'Bis Juli' }),
    translate('testimonials', { title: 'Stimmen' }),
    translate('text', { title: 'Text', html: '<p>Worte</p>' }),
    translate('gallery', { title: 'Bilder', 'fileId.0': pictureId, 'alt.0': 'Der Saal', 'caption.0': 'Im Mai' }),
    translate('contact', { title: 'Schreiben Sie', text: 'Bald' }),
    translate('embed', { title: 'Hören', text: 'Hier' }),
  ]
}

/** The forms for people who are not signed in. */
export const visitorForms: EdgeForm[] = [
  { where: 'installation', path: '/sign-in', form: { email: 'a@test.example', password: 'a quiet morning' } },
  { where: 'installation', path: '/sign-in', form: { intent: 'link', email: 'a@test.example' } },
  { where: 'installation', path: '/sign-up', form: { name: 'A', email: 'a@test.example', password: 'a quiet morning' } },
  { where: 'installation', path: '/forgot', form: { email: 'a@test.example' } },
  { where: 'installation', path: '/reset', form: { token: 'a-token', password: 'a quiet morning' }, page: '/reset?token=a-token' },
  { where: 'installation', path: '/invitation/a-token', form: { name: 'A', password: 'a quiet morning' } },
  { where: 'installation', path: '/sign-out', form: {} },
  { where: 'school', path: '/language', form: { language: 'de', back: '/courses' }, page: '/' },
  { where: 'school', path: '/courses/listed/checkout', form: { email: 'buyer@test.example', coupon: '' } },
  { where: 'school', path: '/contact', form: { name: 'Ann', email: 'ann@test.example', message: 'Do you teach cello?', website: '' } },
  { where: 'school', path: '/products/a-free-download/request', form: { email: 'a@test.example', agrees: 'on' } },
  { where: 'school', path: '/products/a-bundle/checkout', form: { email: 'buyer@test.example', coupon: '' } },
  { where: 'school', path: '/free/a-token', form: { intent: 'confirm' } },
]

/** The forms for people who showed their password, and not their second factor yet. */
export const waitingForms: EdgeForm[] = [{ where: 'installation', path: '/second-step', form: { kind: 'app', code: '123456', trusts: 'on' } }]

/** The forms that ask by their address: they change nothing, so no action takes them. */
export const askingForms: EdgeForm[] = [
  { where: 'installation', path: '/onboarding', form: { name: 'Another', preset: 'music-school' } },
  { where: 'school', path: '/studio/people', form: { search: 'Ines', group: 'all', field: '' } },
  { where: 'school', path: '/studio/people/invitations', form: { search: 'Ines' } },
  { where: 'school', path: '/products', form: { 'bpm-from': '80', 'bpm-to': '100', key: 'Am', tag: 'lo-fi' } },
  { where: 'school', path: '/studio/customers', form: { search: 'Ines' } },
  { where: 'school', path: '/studio/site/elsewhere', form: { course: 'listed' } },
  { where: 'installation', path: '/operator/inbox', form: { text: 'evt_1' }, page: '/operator' },
  { where: 'installation', path: '/operator/inbox', form: { text: 'evt_1', provider: 'stripe', type: 'charge', since: '2026-01-01T10:00', until: '2026-01-02T10:00' } },
  { where: 'installation', path: '/operator/inbox/replay', form: { id: 'of-an-event' }, page: '/operator/inbox' },
]
