import { everyEndpoint } from '../../src/app/api/v1/endpoints/every-endpoint.ts'

/** Where an id in an address or a form comes from. */
export type IdSource = `${string}.${string}`

/** How a route is asked with the ids of the other school, or why there is nothing to ask it with. */
export type Probe = { pattern: string } & (
  | {
    /** Each parameter of the address, by the table and column whose value of the other school is sent. */
    ids: Record<string, IdSource>
    methods: ('GET' | 'HEAD' | 'POST' | 'PATCH' | 'DELETE')[]
    /** What an action is sent; a value `table.column` is replaced by the other school's. */
    form?: Record<string, string>
  }
  | { because: string; /** It has parameters, but they name no row of a school. */ namesNoRow?: boolean }
)

const course = { courseSlug: 'courses.slug' } as const
const product = { productSlug: 'products.slug' } as const
const studioProduct = { productId: 'products.id' } as const
const studioCourse = { courseId: 'courses.id' } as const
const noIds = 'takes no id; what it lists comes from the door'
const installation = 'a page of the installation, which belongs to no school'

/** Every page, by its pattern under a school. A route that is missing here fails the run. */
export const pageProbes: Probe[] = [
  { pattern: '', because: noIds },
  { pattern: 'courses', because: noIds },
  { pattern: ':schoolSlug/courses/:courseSlug', because: 'sends on to the school that the address names, and reads nothing of it', namesNoRow: true },
  { pattern: 'courses/:courseSlug', ids: course, methods: ['GET'] },
  { pattern: 'embed/courses', because: noIds },
  { pattern: 'embed/courses/:courseSlug', ids: course, methods: ['GET'] },
  { pattern: 'courses/:courseSlug/preview/:lessonId', ids: { ...course, lessonId: 'lessons.id' }, methods: ['GET'] },
  { pattern: 'courses/:courseSlug/buy', ids: course, methods: ['GET', 'POST'] },
  { pattern: 'courses/:courseSlug/start', ids: course, methods: ['GET', 'POST'] },
  { pattern: 'courses/:courseSlug/checkout', ids: course, methods: ['GET', 'POST'] },
  { pattern: 'checkout/:checkoutId/done', ids: { checkoutId: 'checkouts.id' }, methods: ['GET', 'POST'] },
  { pattern: 'products', because: noIds },
  { pattern: 'products/:productSlug', ids: product, methods: ['GET'] },
  { pattern: 'products/:productSlug/get', ids: product, methods: ['GET', 'POST'] },
  { pattern: 'products/:productSlug/checkout', ids: product, methods: ['GET', 'POST'] },
  { pattern: 'products/:productSlug/preview', ids: product, methods: ['GET'] },
  { pattern: 'products/:productSlug/request', ids: product, methods: ['GET', 'POST'] },
  { pattern: 'free/:token', because: 'the token is signed for one lead of one school; src/modules/catalog/leads/leads.db.test.ts asks with another school\'s', namesNoRow: true },
  { pattern: 'downloads/:productSlug', ids: product, methods: ['GET', 'POST'] },
  { pattern: 'learn', because: noIds },
  { pattern: 'learn/data', because: noIds },
  { pattern: 'learn/:courseSlug', ids: course, methods: ['GET'] },
  { pattern: 'learn/:courseSlug/:lessonId', ids: { ...course, lessonId: 'lessons.id' }, methods: ['GET', 'POST'] },
  { pattern: 'learn/:courseSlug/:lessonId/recording', ids: { ...course, lessonId: 'lessons.id' }, methods: ['GET'] },
  { pattern: 'learn/:courseSlug/:lessonId/watching', ids: { ...course, lessonId: 'lessons.id' }, methods: ['POST'] },
  { pattern: 'studio/orders', because: noIds },
  { pattern: 'studio/orders/:orderId', ids: { orderId: 'orders.id' }, methods: ['GET', 'POST'] },
  { pattern: 'studio/orders/:orderId/refund', ids: { orderId: 'orders.id' }, methods: ['GET', 'POST'] },
  { pattern: 'studio/customers', because: noIds },
  { pattern: 'studio/customers/list.csv', because: noIds },
  { pattern: 'studio/coupons', because: noIds },
  { pattern: 'studio/coupons/new', because: noIds },
  { pattern: 'studio/coupons/:couponId', ids: { couponId: 'coupons.id' }, methods: ['GET', 'POST'] },
  { pattern: 'studio/coupons/:couponId/change', ids: { couponId: 'coupons.id' }, methods: ['GET', 'POST'] },
  { pattern: 'studio/money', because: noIds },
  { pattern: 'studio/money/buyers', because: noIds },
  { pattern: 'studio/money/:accountId', ids: { accountId: 'ledger_accounts.id' }, methods: ['GET'] },
  { pattern: 'studio/payouts', because: noIds },
  { pattern: 'studio/payouts/again', because: noIds },
  { pattern: 'studio', because: noIds },
  { pattern: 'studio/courses', because: noIds },
  { pattern: 'studio/courses/:courseId', ids: studioCourse, methods: ['GET', 'POST'] },
  { pattern: 'studio/courses/:courseId/settings', ids: studioCourse, methods: ['GET', 'POST'] },
  { pattern: 'studio/courses/:courseId/lessons/:lessonId', ids: { ...studioCourse, lessonId: 'lessons.id' }, methods: ['GET', 'POST'] },
  { pattern: 'studio/courses/:courseId/students', ids: studioCourse, methods: ['GET', 'POST'] },
  { pattern: 'studio/products', because: noIds },
  { pattern: 'studio/products/:productId', ids: studioProduct, methods: ['GET', 'POST'] },
  { pattern: 'studio/products/:productId/settings', ids: studioProduct, methods: ['GET', 'POST'] },
  { pattern: 'studio/products/:productId/addresses', ids: studioProduct, methods: ['GET', 'POST'] },
  { pattern: 'studio/products/:productId/addresses/list.csv', ids: studioProduct, methods: ['GET'] },
  { pattern: 'studio/products/:productId/buyers', ids: studioProduct, methods: ['GET', 'POST'] },
  { pattern: 'studio/people', because: noIds },
  { pattern: 'studio/people/invite', because: 'takes an address and a role, no id' },
  { pattern: 'studio/people/people.csv', because: noIds },
  { pattern: 'studio/people/fields', because: noIds },
  { pattern: 'studio/people/fields/new', because: noIds },
  { pattern: 'studio/people/fields/:fieldId', ids: { fieldId: 'custom_fields.id' }, methods: ['GET', 'POST'] },
  { pattern: 'studio/people/:membershipId/details', ids: { membershipId: 'organization_memberships.id' }, methods: ['GET', 'POST'] },
  { pattern: 'studio/people/roles', because: noIds },
  { pattern: 'studio/people/invitations', because: noIds },
  { pattern: 'studio/people/import', because: 'takes a file of addresses and roles, no id' },
  { pattern: 'studio/people/import/:importId', ids: { importId: 'invitation_imports.id' }, methods: ['GET', 'POST'] },
  { pattern: 'studio/people/import/:importId/faults.csv', ids: { importId: 'invitation_imports.id' }, methods: ['GET'] },
  { pattern: 'studio/people/:membershipId/credits', ids: { membershipId: 'organization_memberships.id' }, methods: ['GET', 'POST'] },
  { pattern: 'studio/people/:membershipId', ids: { membershipId: 'organization_memberships.id' }, methods: ['GET', 'POST'] },
  { pattern: 'studio/people/:membershipId/profile', ids: { membershipId: 'organization_memberships.id' }, methods: ['GET', 'POST'] },
  { pattern: 'studio/profile', because: noIds },
  { pattern: 'studio/settings', because: noIds },
  { pattern: 'studio/settings/api', because: noIds },
  { pattern: 'studio/settings/api/new', because: 'takes a name and scopes; the id in its form names what it makes, in the own school' },
  { pattern: 'studio/settings/api/reference', because: noIds },
  { pattern: 'studio/settings/api/:keyId', ids: { keyId: 'api_keys.id' }, methods: ['GET', 'POST'] },
  { pattern: 'studio/settings/languages', because: noIds },
  { pattern: 'agree', because: noIds },
  { pattern: 'documents/:documentId', ids: { documentId: 'consent_documents.id' }, methods: ['GET'] },
  { pattern: 'studio/settings/documents', because: noIds },
  { pattern: 'studio/settings/documents/new', because: noIds },
  { pattern: 'studio/settings/documents/:documentId', ids: { documentId: 'consent_documents.id' }, methods: ['GET', 'POST'] },
  { pattern: 'studio/settings/domains', because: noIds },
  { pattern: 'studio/settings/domains/new', because: 'takes a domain, no id' },
  { pattern: 'studio/settings/domains/:domainId', ids: { domainId: 'domains.id' }, methods: ['GET', 'POST'] },
  { pattern: 'studio/settings/webhooks', because: noIds },
  { pattern: 'studio/settings/webhooks/new', because: 'takes an address and facts; the id in its form names what it makes, in the own school' },
  { pattern: 'studio/settings/webhooks/:endpointId', ids: { endpointId: 'webhook_endpoints.id' }, methods: ['GET', 'POST'] },
  { pattern: 'studio/settings/webhooks/:endpointId/change', ids: { endpointId: 'webhook_endpoints.id' }, methods: ['GET', 'POST'] },
  { pattern: 'studio/settings/webhooks/:endpointId/:deliveryId', ids: { endpointId: 'webhook_endpoints.id', deliveryId: 'webhook_deliveries.id' }, methods: ['GET', 'POST'] },
  { pattern: 'contact', because: noIds },
  { pattern: 'sitemap.xml', because: noIds },
  { pattern: 'social.png', because: noIds },
  { pattern: 'robots.txt', because: noIds },
  { pattern: 'language', because: noIds },
  { pattern: 'courses/:courseSlug/social.png', ids: course, methods: ['GET'] },
  { pattern: 'studio/site', because: 'takes an id in a form only; what it shows comes from the door' },
  { pattern: 'studio/site/preview', because: noIds },
  { pattern: 'studio/site/search', because: noIds },
  { pattern: 'studio/site/elsewhere', because: 'takes a slug in its address to show one course of the door, and addresses of sites, which are no rows' },
  { pattern: 'studio/site/brand', because: 'takes an id in a form only; what it shows comes from the door' },
  { pattern: 'studio/site/blocks/:blockId', because: 'names a part of the school\'s own draft, which comes from the door', namesNoRow: true },
  ...['sign-in', 'sign-up', 'sign-out', 'verify', 'forgot', 'reset', 'second-step', 'account', 'account/data', 'account/password', 'account/address', 'account/address/confirm', 'account/two-factor', 'account/elsewhere', 'account/passkeys', 'onboarding', 'mailbox'].map((pattern) => ({ pattern, because: installation })),
  ...['hand-over', 'hand-over/confirm', 'arrive', 'arrive/done'].map((pattern) => ({ pattern, because: `${installation}: it carries a session to another host, tried in tests/isolation/hand-over.db.test.ts` })),
  ...['operator', 'operator/inbox', 'operator/inbox/replay', 'operator/jobs', 'operator/reconcile', 'operator/reconcile/start'].map((pattern) => ({ pattern, because: `${installation}, for its operator alone` })),
  { pattern: 'operator/reconcile/:runId', because: `${installation}, for its operator alone`, namesNoRow: true },
  { pattern: 'operator/inbox/:eventId', because: `${installation}, for its operator alone`, namesNoRow: true },
  { pattern: 'invitation/:token', because: 'the token is the secret itself; without it there is nothing to guess', namesNoRow: true },
  { pattern: 'mailbox/:mailId', because: 'the mailbox is the installation\'s own, shown only where no mail server is set', namesNoRow: true },
]

/** Every address of the API, by Hono's pattern. */
export const apiProbes: Probe[] = [
  { pattern: '/api/health', because: installation },
  { pattern: '/metrics', because: `${installation}; its labels name no school and no person` },
  { pattern: '/api/uploads/:id', ids: { id: 'files.id' }, methods: ['GET', 'HEAD', 'PATCH', 'DELETE'] },
  { pattern: '/api/uploads/direct', because: 'beginning an upload names no file' },
  { pattern: '/api/uploads/direct/:id/pieces', ids: { id: 'files.id' }, methods: ['GET'] },
  { pattern: '/api/uploads/direct/:id/completion', ids: { id: 'files.id' }, methods: ['POST'] },
  { pattern: '/api/uploads/*', because: 'beginning an upload names no file; going on is asked under /api/uploads/:id' },
  { pattern: '/api/auth/*', because: installation },
  { pattern: '/api/users/sync', because: installation },
  { pattern: '/api/domains/ask', because: 'takes a host, and says no more than whether it is answered' },
  ...['stripe', 'stripe-connect', 'clerk'].map((source) => ({ pattern: `/api/webhooks/${source}`, because: 'believes the provider\'s signature, and nothing that a person could send' })),
  { pattern: '/api/cron', because: 'believes the secret of the host\'s clock, and takes nothing else' },
  { pattern: '/api/inngest', because: 'believes Inngest\'s signature, and nothing that a person could send' },
  { pattern: '/api/profile', because: 'tells and changes only who is signed in' },
  { pattern: '/api/openapi.json', because: 'leads to the document of the API, which is the same for everybody' },
  ...['/openapi.json', '/*', ...new Set(everyEndpoint.map(({ path }) => path.replace(/\{(\w+)\}/g, ':$1')))].map((path) => ({ pattern: `/api/v1${path}`, because: 'believes keys alone: tests/isolation/api-keys.db.test.ts asks it with both schools\' keys and ids', namesNoRow: true })),
  { pattern: '/api/licences/check', because: 'takes a licence key of 125 random bits, which is good at its own school alone; src/modules/catalog/purchases/purchases.db.test.ts asks with another school\'s' },
  { pattern: '/api/live', because: 'takes topics, which are tried one by one' },
]

/**
 * What a live stream can be asked for; a value `table.column` is replaced by the other school's. Not `library`: a buyer
 * follows the own one before being a member, and hears of nobody else's there.
 */
export const topicProbes = ['orders', 'progress', 'people', 'checkout:checkouts.id']
