import type { MemberRole } from '../../src/platform/db/with-tenant.ts'
import type { Viewer } from './cast.ts'
import type { GroupRole, Verb } from './catalogue.ts'
import type { Row } from './connections.ts'

/** What is looked at to decide whether a row is a viewer's: every row of the database, as the superuser sees it. */
export interface Look {
  viewer: Viewer
  rows: (table: string) => Row[]
}

/** Who is meant: the roles that need the grant, and which viewers of those roles. */
interface Who {
  grantees: Viewer['role'][]
  isMeant: (viewer: Viewer) => boolean
}

/** A line of the table: these viewers may do this with exactly these rows. */
export interface Allowance extends Who {
  verbs: Verb[]
  rows: (row: Row, look: Look) => boolean
}

// ── Who ──────────────────────────────────────────────────────────────────────────────────────────────────────────
const everyone: Who = { grantees: ['anon', 'authenticated'], isMeant: (viewer) => viewer.role === 'anon' || viewer.role === 'authenticated' }
const signedIn: Who = { grantees: ['authenticated'], isMeant: (viewer) => viewer.role === 'authenticated' }
const service: Who = { grantees: ['service_role'], isMeant: (viewer) => viewer.role === 'service_role' }
/** A program with a key for coupons, at its own school: it holds `offers.manage` and nothing else. */
const couponKey: Who = { grantees: ['authenticated'], isMeant: ({ key, doorId }) => key !== undefined && key.schoolId === doorId }
const tableOwner: Who = { grantees: [], isMeant: (viewer) => viewer.login === 'migrate' }
const identityLogin: Who = { grantees: [], isMeant: (viewer) => viewer.login === 'auth' }
const members = (...roles: MemberRole[]): Who => ({
  grantees: ['authenticated'],
  isMeant: (viewer) => viewer.role === 'authenticated' && viewer.member !== null && roles.includes(viewer.member),
})
const owner = members('owner')
const management = members('owner', 'admin')
const authors = members('owner', 'admin', 'instructor')
const staff = members('owner', 'admin', 'instructor', 'assistant')

/** Whether the viewer holds one of these roles in the school whose door is open. */
export function isRole(viewer: Viewer, ...roles: MemberRole[]): boolean {
  return members(...roles).isMeant(viewer)
}

// ── Which rows ───────────────────────────────────────────────────────────────────────────────────────────────────
const all = () => true
const ofSchool = (row: Row, { viewer }: Look) => viewer.doorId !== null && row.organization_id === viewer.doorId
const mine = (row: Row, { viewer }: Look) => viewer.userId !== null && row.user_id === viewer.userId
/** Whether a row of someone's own stands in the school whose door is open. */
export const mineHere = (row: Row, look: Look) => ofSchool(row, look) && mine(row, look)
const myActiveCourse = (id: unknown, look: Look) =>
  look.rows('enrolments').some((row) => row.course_id === id && row.status === 'active' && mineHere(row, look))
const belongsHere = (look: Look) => look.viewer.member !== null || couponKey.isMeant(look.viewer) || look.rows('enrolments').some((row) => row.status === 'active' && mineHere(row, look))
const isStaff = ({ viewer }: Look) => staff.isMeant(viewer)
const isAuthor = ({ viewer }: Look) => authors.isMeant(viewer)

const standsOnThePage = (row: Row, look: Look) => ofSchool(row, look) && row.is_public === true && row.deleted_at === null
const colleague = (row: Row, look: Look) =>
  look.rows('organization_memberships').some((member) => member.user_id === row.id && ofSchool(member, look)
    && (isStaff(look) || mine(member, look) || standsOnThePage(member, look)))

const visibleCourse = (row: Row, look: Look) =>
  ofSchool(row, look) && (isAuthor(look) || myActiveCourse(row.id, look) || (row.status !== 'draft' && row.deleted_at === null))
const ofVisibleCourse = (row: Row, look: Look) => look.rows('courses').some((course) => course.id === row.course_id && visibleCourse(course, look))
const readableContent = (lessonId: unknown, look: Look) => look.rows('lessons').some((lesson) => lesson.id === lessonId && ofVisibleCourse(lesson, look)
  && (isAuthor(look) || lesson.is_preview === true || myActiveCourse(lesson.course_id, look)))
const ofReadableLesson = (row: Row, look: Look) => ofSchool(row, look) && readableContent(row.lesson_id, look)
const ofPublishedPage = (row: Row, look: Look) => ofSchool(row, look) && look.rows('storefront_versions').some((version) => version.id === row.version_id && version.is_published === true)
const fileOfReadable = (row: Row, look: Look) => ofSchool(row, look) && row.status === 'ready' && (
  look.rows('lesson_contents').some((content) => content.media_file_id === row.id && ofReadableLesson(content, look))
  || look.rows('lesson_attachments').some((attachment) => attachment.file_id === row.id && ofReadableLesson(attachment, look))
  || look.rows('courses').some((course) => course.cover_file_id === row.id && visibleCourse(course, look))
  || look.rows('storefront_pictures').some((picture) => picture.file_id === row.id && ofPublishedPage(picture, look)))

/** What somebody bought and has, in the school whose door is open. */
export const myPurchases = (look: Look) => look.rows('purchases').filter((row) => row.paid_at !== null && row.refunded_at === null && mineHere(row, look))
const visibleProduct = (row: Row, look: Look) =>
  ofSchool(row, look) && (isAuthor(look) || myPurchases(look).some(({ product_id }) => product_id === row.id) || (row.status !== 'draft' && row.deleted_at === null))
const ofVisibleProduct = (id: unknown, look: Look) => look.rows('products').some((product) => product.id === id && visibleProduct(product, look))
const previewOfMusic = (row: Row, look: Look) => ofSchool(row, look) && row.status === 'ready' && look.rows('music_facts').some((facts) => facts.preview_file_id === row.id && ofVisibleProduct(facts.product_id, look))
const visibleVersion = (row: Row, look: Look) => ofSchool(row, look) && (isAuthor(look) || (row.released_at !== null && ofVisibleProduct(row.product_id, look)))
/** The version that was the newest at the purchase, and all since: none was taken back here. */
export const myVersions = (look: Look) => look.rows('product_versions').filter((version) => version.released_at !== null
  && myPurchases(look).some((purchase) => purchase.product_id === version.product_id && (isSince(version, purchase) || isNewest(version, look))))
const isSince = (version: Row, purchase: Row) => Number(new Date(String(version.released_at))) >= Number(new Date(String(purchase.versions_from))) || /infinity/i.test(String(purchase.versions_from))
const isNewest = (version: Row, look: Look) => !look.rows('product_versions').some((other) => other.product_id === version.product_id && other.released_at !== null && new Date(String(other.released_at)) > new Date(String(version.released_at)))
const myProductFile = (row: Row, look: Look) => ofSchool(row, look) && row.status === 'ready'
  && look.rows('product_files').some((file) => file.file_id === row.id && myVersions(look).some(({ id }) => id === file.version_id))

const allow = (who: Who, verbs: Verb[], rows: Allowance['rows']): Allowance => ({ ...who, verbs, rows })
const read: Verb[] = ['select']
const anything: Verb[] = ['select', 'insert', 'update', 'delete']
const noDelete: Verb[] = ['select', 'insert', 'update']
const theSystem = allow(service, anything, all)
const books = [allow(management, read, ofSchool)]
const myCredits = (row: Row, look: Look) => look.rows('ledger_accounts').some((account) => account.id === row.account_id && mineHere(account, look))
const identity = [allow(identityLogin, anything, all), allow(tableOwner, anything, all)]

// ── The table ────────────────────────────────────────────────────────────────────────────────────────────────────
/** What is allowed; whatever is not written here must be refused. A table that is missing here fails the run. */
export const allowances: Record<string, Allowance[]> = {
  // People and schools
  users: [
    allow(signedIn, read, (row, { viewer }) => row.id === viewer.userId),
    allow(signedIn, read, colleague),
    allow(signedIn, ['update'], (row, { viewer }) => row.id === viewer.userId),
    allow(tableOwner, read, all),
    theSystem,
  ],
  user_identities: [allow(signedIn, read, mine), allow(tableOwner, read, all), theSystem],
  role_permissions: [allow(everyone, read, all), allow(service, read, all), allow(tableOwner, ['select', 'insert', 'delete'], all)],
  organizations: [
    allow(everyone, read, (row, { viewer }) => row.id === viewer.doorId && row.deleted_at === null),
    allow(management, ['update'], (row, { viewer }) => row.id === viewer.doorId),
    allow(tableOwner, read, all),
    theSystem,
  ],
  organization_memberships: [
    allow(everyone, read, standsOnThePage),
    allow(signedIn, read, mineHere),
    allow(staff, read, ofSchool),
    allow(owner, ['update'], ofSchool),
    allow(members('admin'), ['update'], (row, look) => ofSchool(row, look) && row.role !== 'owner'),
    allow(tableOwner, read, all),
    theSystem,
  ],
  organization_invitations: [allow(management, anything, ofSchool), theSystem],
  invitation_imports: [allow(management, anything, ofSchool), theSystem],
  invitation_import_rows: [allow(management, anything, ofSchool), theSystem],
  custom_fields: [
    allow(staff, read, ofSchool),
    allow(signedIn, read, (row, look) => ofSchool(row, look) && row.access !== 'staff' && look.viewer.member !== null),
    allow(management, anything, ofSchool),
    theSystem,
  ],
  custom_values: [
    allow(staff, read, ofSchool),
    allow(signedIn, read, (row, look) => mineHere(row, look) && look.viewer.member !== null && look.rows('custom_fields').some((field) => field.id === row.field_id && field.access !== 'staff')),
    allow(management, anything, ofSchool),
    theSystem,
  ],

  // What is taught
  courses: [allow(everyone, read, visibleCourse), allow(authors, noDelete, ofSchool), theSystem],
  sections: [allow(everyone, read, ofVisibleCourse), allow(authors, anything, ofSchool), theSystem],
  lessons: [allow(everyone, read, ofVisibleCourse), allow(authors, anything, ofSchool), theSystem],
  lesson_contents: [allow(everyone, read, ofReadableLesson), allow(authors, anything, ofSchool), theSystem],
  lesson_attachments: [allow(everyone, read, ofReadableLesson), allow(authors, anything, ofSchool), theSystem],
  files: [allow(everyone, read, fileOfReadable), allow(everyone, read, previewOfMusic), allow(signedIn, read, myProductFile), allow(authors, anything, ofSchool), theSystem],

  // Products
  products: [allow(everyone, read, visibleProduct), allow(authors, noDelete, ofSchool), theSystem],
  product_versions: [allow(everyone, read, visibleVersion), allow(authors, anything, ofSchool), allow(tableOwner, read, all), theSystem],
  product_files: [allow(everyone, read, (row, look) => look.rows('product_versions').some((version) => version.id === row.version_id && visibleVersion(version, look))), allow(authors, anything, ofSchool), theSystem],
  music_facts: [allow(everyone, read, (row, look) => ofVisibleProduct(row.product_id, look)), allow(authors, anything, ofSchool), theSystem],
  licences: [allow(everyone, read, (row, look) => ofVisibleProduct(row.product_id, look)), allow(management, noDelete, ofSchool), allow(couponKey, noDelete, ofSchool), allow(tableOwner, read, all), theSystem],
  bundle_parts: [allow(everyone, read, (row, look) => ofVisibleProduct(row.bundle_id, look)), allow(authors, anything, ofSchool), theSystem],
  leads: [allow(members('owner', 'admin', 'assistant'), read, ofSchool), allow(management, ['delete'], ofSchool), allow(tableOwner, read, all), theSystem],
  purchases: [...books, allow(signedIn, read, mineHere), allow(tableOwner, read, all), theSystem],
  licence_keys: [...books, allow(signedIn, read, mineHere), theSystem],
  product_downloads: [...books, allow(signedIn, read, mineHere), theSystem],

  // The first page
  storefront_versions: [allow(everyone, read, (row, look) => ofSchool(row, look) && row.is_published === true), allow(management, anything, ofSchool), theSystem],
  storefront_pictures: [allow(everyone, read, ofPublishedPage), allow(management, ['select', 'insert', 'delete'], ofSchool), theSystem],

  // What people agree to
  consent_documents: [allow(everyone, read, ofSchool), allow(management, anything, ofSchool), theSystem],
  consent_versions: [
    allow(everyone, read, (row, look) => ofSchool(row, look) && row.published_at !== null),
    allow(management, ['select', 'insert'], ofSchool),
    allow(management, ['update', 'delete'], (row, look) => ofSchool(row, look) && row.published_at === null),
    theSystem,
  ],
  consent_answers: [allow(signedIn, ['select', 'insert'], mineHere), allow(staff, read, ofSchool), theSystem],

  // Learning
  enrolments: [
    allow(signedIn, read, mineHere),
    allow(staff, read, ofSchool),
    allow(signedIn, ['update'], (row, look) => mineHere(row, look) && row.status === 'active'),
    allow(tableOwner, noDelete, all),
    theSystem,
  ],
  enrolment_orders: [...books, theSystem],
  lesson_progress: [
    allow(signedIn, read, mineHere),
    allow(staff, read, ofSchool),
    allow(signedIn, ['insert', 'update'], (row, look) => mineHere(row, look) && myActiveCourse(row.course_id, look)),
    theSystem,
  ],

  // Commerce
  offers: [
    allow(everyone, read, (row, look) => ofSchool(row, look) && row.status === 'active'),
    allow(management, noDelete, ofSchool),
    allow(couponKey, noDelete, ofSchool),
    theSystem,
  ],
  offer_parts: [allow(everyone, read, (row, look) => look.rows('offers').some((offer) => offer.id === row.offer_id && ofSchool(offer, look) && (offer.status === 'active' || management.isMeant(look.viewer)))), allow(management, ['select', 'insert'], ofSchool), allow(couponKey, ['select', 'insert'], ofSchool), theSystem],
  coupons: [allow(management, anything, ofSchool), allow(couponKey, anything, ofSchool), theSystem],
  coupon_subjects: [allow(management, anything, ofSchool), allow(couponKey, anything, ofSchool), theSystem],
  payout_accounts: [allow(everyone, read, ofSchool), allow(owner, ['insert', 'update'], ofSchool), theSystem],
  checkouts: [...books, allow(signedIn, read, mineHere), allow(tableOwner, read, all), theSystem],
  orders: [...books, allow(signedIn, read, mineHere), theSystem],
  refunds: [...books, theSystem],
  order_notes: [...books, theSystem],
  ledger_accounts: [...books, allow(signedIn, read, mineHere), allow(service, noDelete, all)],
  ledger_transactions: [...books, allow(signedIn, read, (row, look) => look.rows('ledger_entries').some((entry) => entry.transaction_id === row.id && myCredits(entry, look))), allow(service, noDelete, all)],
  ledger_entries: [...books, allow(signedIn, read, myCredits), allow(service, ['select', 'insert'], all)],

  // The ground
  outbox_events: [allow(signedIn, ['insert'], (row, look) => ofSchool(row, look) && belongsHere(look) && !String(row.name).startsWith('order.')), theSystem],
  outbox_deliveries: [theSystem],
  domains: [allow(management, anything, ofSchool), allow(tableOwner, read, all), theSystem],
  webhook_endpoints: [allow(management, anything, ofSchool), theSystem],
  webhook_deliveries: [allow(management, noDelete, ofSchool), theSystem],
  webhook_tries: [...books, allow(service, ['select', 'insert', 'delete'], all)],
  api_keys: [allow(management, noDelete, ofSchool), allow(tableOwner, ['select', 'update'], all), theSystem],
  api_answers: [allow(couponKey, noDelete, (row, look) => ofSchool(row, look) && row.key_id === look.viewer.key?.id), theSystem],
  api_origins: [allow(everyone, read, ofSchool), allow(management, ['insert', 'delete'], ofSchool), theSystem],
  webhook_events: [allow(tableOwner, ['insert'], all), theSystem],
  worker_heartbeats: [theSystem],
  sync_states: [theSystem],
  reconcile_runs: [theSystem],
  reconcile_drift: [theSystem],
  reconcile_seen: [allow(service, ['select', 'insert', 'delete'], all)],
  mail_messages: [theSystem],
  data_exports: [theSystem],
  departures: [theSystem],
  'better_auth.user': identity,
  'better_auth.session': identity,
  'better_auth.account': identity,
  'better_auth.verification': identity,
  'better_auth.two_factor': identity,
  'better_auth.passkey': identity,
  'better_auth.attempts': identity,
  'better_auth.host_session': identity,
  'better_auth.hand_over': identity,
}

/** Where a role may name only some columns; elsewhere an allowance covers the whole row. */
export const columns: Record<string, Partial<Record<GroupRole, Partial<Record<'select' | 'insert' | 'update', string[]>>>>> = {
  // Who is gone is taken out of the words of the books; their figures nobody changes.
  ledger_accounts: { service_role: { update: ['holder', 'user_id', 'updated_at'] } },
  ledger_transactions: { service_role: { update: ['description', 'made_by', 'updated_at'] } },
  // Addresses, what a provider calls someone, and who runs the installation are nobody's to read.
  users: { authenticated: { select: ['id', 'name', 'image_url', 'created_at', 'deleted_at'], update: ['name', 'image_url'] } },
  // What the platform takes, and how many orders there were, is between the school and the platform.
  organizations: {
    anon: {
      select: ['id', 'slug', 'name', 'preset', 'brand_colour', 'tagline', 'hero_title', 'hero_text', 'about', 'time_zone', 'currency', 'locale', 'status', 'embed_origins', 'created_at', 'deleted_at'],
    },
    authenticated: {
      select: ['id', 'slug', 'name', 'preset', 'brand_colour', 'tagline', 'hero_title', 'hero_text', 'about', 'time_zone', 'currency', 'locale', 'languages', 'tagline_translations', 'status', 'embed_origins', 'created_at', 'updated_at', 'deleted_at'],
      update: ['name', 'brand_colour', 'tagline', 'hero_title', 'hero_text', 'about', 'time_zone', 'locale', 'languages', 'tagline_translations', 'embed_origins', 'type_pair', 'look', 'logo_file_id', 'logo_key'],
    },
  },
  organization_memberships: {
    anon: { select: ['organization_id', 'id', 'display_name', 'title', 'bio', 'is_public', 'deleted_at', 'profile_type', 'profile'] },
    authenticated: { update: ['role', 'display_name', 'title', 'bio', 'is_public', 'deleted_at'] },
  },
  // What a version holds is never changed; which one is shown is.
  storefront_versions: { authenticated: { update: ['is_draft', 'is_published', 'published_at'] } },
  // That a domain is proven is the system's word.
  domains: { authenticated: { insert: ['organization_id', 'id', 'host', 'challenge'], update: ['is_primary'] } },
  enrolments: { authenticated: { update: ['completed_at', 'last_lesson_id', 'last_seen_at'] } },
  api_keys: { authenticated: { update: ['revoked_at', 'revoked_by'] } },
  api_answers: { authenticated: { update: ['status', 'body'] } },
  payout_accounts: {
    anon: { select: ['organization_id', 'id', 'status'] },
    authenticated: { select: ['organization_id', 'id', 'status', 'provider'] },
  },
}
