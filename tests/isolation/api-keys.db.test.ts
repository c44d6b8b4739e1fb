import { sql } from 'kysely'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { scopes, type Scope } from '../../src/modules/api-keys/index.ts'
import { hashSecret } from '../../src/modules/api-keys/keys/api-key-secret.ts'
import { everyEndpoint } from '../../src/app/api/v1/endpoints/every-endpoint.ts'
import type { Endpoint } from '../../src/app/api/v1/endpoint.ts'
import type { Tx } from '../../src/platform/ctx.ts'
import { withTenant, withTenantByKey } from '../../src/platform/db/with-tenant.ts'
import { openApiWorld, type ApiRequest } from '../support/api-world.ts'
import { useTestApp } from '../support/test-app.ts'
import { useTestDatabase } from '../support/test-database.ts'
import { buildWorld, type School, type World } from './world.ts'

const database = useTestDatabase()
const app = useTestApp(database)
const api = openApiWorld(app, database)
let schools: World
let keys: { a: string; b: string }

beforeAll(async () => {
  schools = await buildWorld(database().superuser)
  keys = { a: await keyOf(schools.a), b: await keyOf(schools.b) }
})

async function keyOf({ id, slug, people }: School, of: readonly Scope[] = scopes): Promise<string> {
  return (await api().key({ organizationId: id, slug, ownerId: people.owner }, of)).secret
}

const samples: Record<string, string> = { '/courses/{id}': 'courses.id', '/people/{id}': 'organization_memberships.user_id', '/enrolments/{id}': 'enrolments.id', '/orders/{id}': 'orders.id', '/invitations/{id}': 'organization_invitations.id' }
const sampleOf = (school: School, { path }: Endpoint) => {
  const [table = '', column = ''] = (samples[path] ?? '').split('.')
  return String(school.samples[table]?.[column])
}
const requestOf = ({ method, path, body }: Endpoint, id: string): ApiRequest => ({
  path: path.replace('{id}', id),
  method: method.toUpperCase() as 'GET',
  ...(body ? { body: path === '/invitations' ? { email: `${v7()}@test.example` } : { courseId: id, userId: id } } : {}),
})

describe('a key of one school', () => {
  it('is at the other school’s host what a made-up key is, at every address', async () => {
    for (const endpoint of everyEndpoint) {
      const request = requestOf(endpoint, sampleOf(schools.b, endpoint))
      const [theirs, nobodys] = [await api().ask(schools.b, { ...request, key: keys.a }), await api().ask(schools.b, { ...request, key: `cove_${'x'.repeat(43)}` })]
      expect([theirs.status, theirs.body], endpoint.path).toEqual([nobodys.status, nobodys.body])
      expect(theirs.status).toBe(401)
    }
  })

  it('is told nothing of the other school’s rows: their ids are ids of nobody', async () => {
    for (const endpoint of everyEndpoint.filter(({ path }) => path.includes('{id}'))) {
      const [theirs, nobodys] = [await api().ask(schools.a, { ...requestOf(endpoint, sampleOf(schools.b, endpoint)), key: keys.a }), await api().ask(schools.a, { ...requestOf(endpoint, v7()), key: keys.a })]
      expect([theirs.status, theirs.body], endpoint.path).toEqual([nobodys.status, nobodys.body])
      expect(theirs.status, endpoint.path).toBe(404)
    }
    const course = String(schools.b.samples.courses?.id)
    for (const body of [{ courseId: course, userId: schools.a.people.student }, { courseId: String(schools.a.samples.courses?.id), userId: schools.b.people.student }]) {
      expect((await api().ask(schools.a, { path: '/enrolments', method: 'POST', key: keys.a, body })).status).toBe(422)
    }
    expect((await api().ask(schools.a, { path: `/enrolments?courseId=${course}`, key: keys.a })).body.data).toEqual([])
  })

  it('lists what is its own school’s alone', async () => {
    const ofB = JSON.stringify(schools.b.samples).match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []
    let things = 0
    for (const endpoint of everyEndpoint.filter(({ method, path }) => method === 'get' && !path.includes('{'))) {
      const { status, body } = await api().ask(schools.a, { path: endpoint.path, key: keys.a })
      expect([status, body.data.length > 0], endpoint.path).toEqual([200, true])
      things += body.data.length
      for (const id of ofB) expect(JSON.stringify(body), endpoint.path).not.toContain(id)
    }
    console.log(`API: ${everyEndpoint.length} addresses asked with both schools' keys; ${things} things listed, none of the other school`)
  })

  it('gives its answers again to itself alone', async () => {
    const request = (email: string, key: string): ApiRequest => ({ path: '/invitations', method: 'POST', key, body: { email }, headers: { 'Idempotency-Key': 'one word' } })
    const [first, second] = [await api().ask(schools.a, request('a1@test.example', keys.a)), await api().ask(schools.b, request('b1@test.example', keys.b))]
    expect([first.body.data.email, second.body.data.email]).toEqual(['a1@test.example', 'b1@test.example'])
  })
})

describe('a scope', () => {
  it('opens its own addresses and no other', async () => {
    for (const scope of scopes) {
      const key = await keyOf(schools.a, [scope])
      for (const endpoint of everyEndpoint) {
        const { status, body } = await api().ask(schools.a, { ...requestOf(endpoint, v7()), key })
        if (endpoint.scope === scope) expect([200, 201, 204, 404, 422], `${scope} at ${endpoint.path}`).toContain(status)
        else expect([status, body.title], `${scope} at ${endpoint.method} ${endpoint.path}`).toEqual([403, 'scope-missing'])
      }
    }
  })

  // Beside what a stranger who is signed in may see of the school: its name, what is published.
  const seen: Record<Scope, string[]> = {
    'courses:read': ['lesson_attachments'],
    'people:read': ['organization_memberships', 'users', 'leads', 'consent_answers', 'custom_fields', 'custom_values'],
    'people:write': ['organization_memberships', 'users', 'organization_invitations', 'invitation_imports', 'invitation_import_rows', 'leads', 'consent_answers', 'custom_fields', 'custom_values'],
    'enrolments:read': ['enrolments', 'lesson_progress'],
    'enrolments:write': ['enrolments', 'lesson_progress', 'organization_memberships', 'users', 'consent_answers', 'custom_fields', 'custom_values'],
    'orders:read': ['orders', 'checkouts', 'order_notes', 'refunds', 'ledger_accounts', 'ledger_transactions', 'ledger_entries', 'enrolment_orders', 'purchases', 'licence_keys', 'product_downloads', 'webhook_tries'],
    'coupons:read': ['coupons', 'coupon_subjects'],
    'webhooks:read': ['webhook_endpoints', 'webhook_deliveries', 'webhook_tries'],
  }

  it('shows the database’s other tables to nobody, whatever the program were to ask, and no row of the other school', async () => {
    const { rows: tables } = await database().superuser.query<{ name: string; tenant: boolean }>(
      `select c.relname as name, exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id') as tenant
       from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and has_any_column_privilege('authenticated', c.oid, 'select')`,
    )
    const stranger = await withTenant(database().pools.web, { organizationId: schools.a.id, userId: schools.strangerId }, ({ tx }) => countEach(tables, tx))
    const everybodys = Object.keys(stranger).filter((name) => (stranger[name]?.here ?? 0) > 0)
    for (const scope of scopes) {
      const door = { organizationId: schools.a.id, secretHash: hashSecret(await keyOf(schools.a, [scope])), scope, isReadOnly: true }
      const full = await withTenantByKey(database().pools.web, door, ({ tx }) => countEach(tables, tx))
      const told = Object.entries(full).filter(([, { here }]) => here > 0).map(([name]) => name)
      expect(told.filter((name) => !everybodys.includes(name) && !seen[scope].includes(name)), `tables that ${scope} sees besides its own`).toEqual([])
      expect(Object.entries(full).filter(([, { there }]) => there > 0), `rows of the other school under ${scope}`).toEqual([])
    }
  })

  async function countEach(tables: { name: string; tenant: boolean }[], tx: Tx): Promise<Record<string, { here: number; there: number }>> {
    const counts: Record<string, { here: number; there: number }> = {}
    for (const { name, tenant } of tables) {
      const found = await sql<{ here: number; there: number }>`select count(*) filter (where ${tenant ? sql`organization_id = ${schools.a.id}` : sql`true`})::int as here,
        count(*) filter (where ${tenant ? sql`organization_id <> ${schools.a.id}` : sql`false`})::int as there from ${sql.table(name)}`.execute(tx)
      counts[name] = found.rows[0] ?? { here: 0, there: 0 }
    }
    return counts
  }

  it('that only reads cannot write: the database refuses it', async () => {
    const secretHash = hashSecret(await keyOf(schools.a, ['courses:read']))
    const write = withTenantByKey(database().pools.web, { organizationId: schools.a.id, secretHash, scope: 'courses:read', isReadOnly: true }, ({ tx }) => sql`update courses set title = 'Taken'`.execute(tx))
    await expect(write).rejects.toThrow('read-only')
  })

  it('that the key does not have opens nothing in the database either', async () => {
    const secretHash = hashSecret(await keyOf(schools.a, ['courses:read']))
    for (const [organizationId, scope] of [[schools.a.id, 'orders:read'], [schools.b.id, 'courses:read'], [schools.b.id, 'orders:read']] as const) {
      const { role, orders, drafts } = await withTenantByKey(database().pools.web, { organizationId, secretHash, scope, isReadOnly: true }, async ({ tx, role: opened }) => ({
        role: opened,
        orders: (await sql`select 1 from orders`.execute(tx)).rows.length,
        drafts: (await sql`select 1 from courses where status = 'draft'`.execute(tx)).rows.length,
      }))
      expect([role, orders, drafts]).toEqual([null, 0, 0])
    }
  })

  it('of a person gives no enrolment without the right to: neither a student nor an instructor', async () => {
    const [course, enrolment] = [String(schools.a.samples.courses?.id), String(schools.a.samples.enrolments?.id)]
    for (const userId of [schools.a.people.student, schools.a.people.instructor, schools.b.people.owner, null]) {
      const done = await withTenant(database().pools.web, { organizationId: schools.a.id, userId }, async ({ tx }) => [
        (await sql`select * from give_enrolment(${v7()}::uuid, ${course}::uuid, ${schools.a.people.guardian}::uuid)`.execute(tx)).rows.length,
        (await sql<{ done: boolean }>`select end_given_enrolment(${enrolment}::uuid) as done`.execute(tx)).rows[0]?.done,
      ]).catch((fault: unknown) => String(fault))
      expect([[0, false], 'error: permission denied for function give_enrolment'], String(userId)).toContainEqual(done)
    }
  })
})
