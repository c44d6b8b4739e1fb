import { v7 } from 'uuid'
import { newLicenceKey } from '../../src/modules/catalog/purchases/licence-key.ts'
import type { Viewer } from './cast.ts'
import type { Table } from './catalogue.ts'
import type { Row } from './connections.ts'
import type { School, World } from './world.ts'

/** A row that a viewer tries to insert. */
export interface Candidate {
  label: string
  row: Row
  /** Points to a parent in the other school: no role may store it, the structure itself forbids it. */
  isMixed: boolean
}

/** What a copy of an existing row must change to be a new one. */
const changes: Record<string, (school: School, world: World) => Row> = {
  'better_auth.account': () => ({ accountId: v7() }),
  users: () => ({ email: `${v7()}@test.example` }),
  user_identities: () => ({ subject: v7() }),
  webhook_events: () => ({ event_id: v7() }),
  role_permissions: () => ({ role: 'owner', permission: `permission.${v7()}`, updated_at: new Date() }),
  worker_heartbeats: () => ({ worker_id: v7() }),
  sync_states: () => ({ subject: v7() }),
  reconcile_drift: () => ({ subject: v7() }),
  reconcile_seen: () => ({ subject: v7() }),
  mail_messages: () => ({ idempotency_key: v7() }),
  organizations: () => ({ slug: `s-${v7().slice(-12)}` }),
  domains: () => ({ host: `h-${v7().slice(-12)}.example.com`, is_primary: false }),
  organization_memberships: (_school, world) => ({ user_id: world.spareId }),
  organization_invitations: () => ({ token_hash: v7(), email: `${v7()}@test.example` }),
  departures: (_school, world) => ({ user_id: world.spareId }),
  custom_values: (school) => ({ membership_id: school.samples.organization_memberships?.id }),
  custom_fields: () => ({ label: v7() }),
  invitation_import_rows: () => ({ row_number: 3 }),
  files: () => ({ storage_key: v7() }),
  courses: () => ({ slug: v7() }),
  lesson_contents: (school) => ({ lesson_id: school.bareLessonId }),
  lesson_attachments: (school) => ({ lesson_id: school.bareLessonId }),
  enrolments: (_school, world) => ({ user_id: world.spareId }),
  offers: () => ({ subject_id: v7() }),
  products: () => ({ slug: v7() }),
  product_versions: () => ({ label: v7() }),
  product_files: (school) => ({ file_id: school.samples.files?.id }),
  purchases: (school) => ({ order_id: school.bareOrderId }),
  licence_keys: (school) => ({ purchase_id: school.barePurchaseId, key: newLicenceKey() }),
  leads: () => ({ email: `${v7()}@test.example` }),
  offer_parts: () => ({ subject_id: v7() }),
  // The free download has none.
  music_facts: (school) => ({ product_id: school.samples.leads?.product_id, preview_file_id: null }),
  bundle_parts: (school) => ({ product_id: null, course_id: school.samples.courses?.id }),
  coupons: () => ({ code: v7().toUpperCase() }),
  coupon_subjects: () => ({ subject_id: v7() }),
  payout_accounts: () => ({ provider_account_id: v7() }),
  orders: (school) => ({ checkout_id: school.bareCheckoutId, number: 1000 }),
  enrolment_orders: (school) => ({ order_id: school.bareOrderId }),
  ledger_accounts: () => ({ holder: v7() }),
  ledger_transactions: () => ({ source_key: v7() }),
  lesson_progress: (school) => ({ lesson_id: school.bareLessonId }),
  consent_versions: () => ({ number: 1000 }),
  api_keys: () => ({ secret_hash: v7() }),
  api_answers: () => ({ idempotency_key: v7() }),
  api_origins: () => ({ origin: `https://${v7()}.test.example` }),
  webhook_deliveries: () => ({ event_id: null }),
  outbox_deliveries: () => ({ subscriber: v7() }),
  storefront_versions: () => ({ number: 1000, is_draft: false, is_published: false }),
  storefront_pictures: (school) => ({ version_id: school.bareVersionId }),
  'better_auth.user': () => ({ email: `${v7()}@test.example` }),
  'better_auth.session': () => ({ token: v7() }),
  'better_auth.two_factor': (school) => ({ userId: school.otherStudentId }),
  'better_auth.passkey': () => ({ credentialID: v7() }),
  'better_auth.host_session': () => ({ tokenHash: v7() }),
  'better_auth.hand_over': () => ({ codeHash: v7() }),
  'better_auth.attempts': () => ({ key: v7() }),
}

/**
 * The rows a viewer tries to insert: into the school of the door, in one's own and another person's name, into the
 * other school, and into the own school with a parent of the other.
 */
export function newRows(table: Table, viewer: Viewer, world: World, rowsOf: (table: string) => Row[]): Candidate[] {
  const [here, there] = viewer.doorId === world.b.id ? [world.b, world.a] : [world.a, world.b]
  const hasPerson = table.columns.includes('user_id')
  const mine = viewer.userId && hasPerson ? { user_id: viewer.userId } : {}
  const candidates: Candidate[] = [{ label: 'a row of the school', row: { ...copy(table, here, world), ...mine }, isMixed: false }]
  if (hasPerson && viewer.userId) {
    const another = viewer.userId === here.people.student ? here.otherStudentId : here.people.student
    candidates.push({ label: 'a row in another person\'s name', row: { ...copy(table, here, world), user_id: another }, isMixed: false })
  }
  if (!table.isTenant) return candidates

  candidates.push({ label: 'a row of the other school', row: { ...copy(table, there, world), ...mine }, isMixed: false })
  for (const key of table.foreignKeys.filter((foreign) => foreign.columns.length > 1)) {
    const foreignParent = rowsOf(key.target).find((row) => row.organization_id === there.id)
    const pointing = Object.fromEntries(key.columns.map((column, place) => [column, foreignParent?.[key.targetColumns[place] ?? '']]))
    const row = { ...copy(table, here, world), ...mine, ...pointing, organization_id: here.id }
    candidates.push({ label: `a row of the school with the other school's ${key.target}`, row, isMixed: true })
  }
  return candidates
}

function copy(table: Table, school: School, world: World): Row {
  const row = { ...school.samples[table.name] }
  // What a provider or a person names must be unique over all schools: a copy goes without.
  for (const column of ['clerk_id', 'provider_session_id', 'provider_payment_id', 'provider_refund_id', 'source_key']) if (column in row) row[column] = null
  if ('id' in row) row.id = v7()
  return { ...row, ...changes[table.name]?.(school, world) }
}
