import { v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { revokeKey, setOrigins } from '#modules/api-keys/index.ts'
import { buildCourse, buildMembership, buildSchool, buildUser, type BuiltSchool } from '../../../../tests/support/builders.ts'
import { openApiWorld } from '../../../../tests/support/api-world.ts'
import { tenantCtx } from '../../../../tests/support/tenant-ctx.ts'
import { useTestApp } from '../../../../tests/support/test-app.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'

const database = useTestDatabase()
const app = useTestApp(database)
const world = openApiWorld(app, database)
let school: BuiltSchool
let all: { keyId: string; secret: string }
let studentId: string
let course: Awaited<ReturnType<typeof buildCourse>>
const sql = async (text: string, values: unknown[] = []) => (await database().superuser.query(text, values)).rows
const ask = (path: string, more: Partial<Parameters<ReturnType<typeof world>['ask']>[1]> = {}) => world().ask(school, { key: all.secret, path, ...more })

beforeAll(async () => {
  school = await buildSchool(database(), 'answering')
  studentId = await buildUser(database(), 'Mei')
  await buildMembership(database(), school.organizationId, studentId, 'student')
  course = await buildCourse(database(), school.organizationId)
  all = await world().key(school)
})

describe('200: reading', () => {
  it('lists courses, drafts among them, and reads one with its lessons', async () => {
    const draft = await buildCourse(database(), school.organizationId, 'Not yet')
    await sql(`update courses set status = 'draft' where id = $1`, [draft.courseId])
    await sql(`insert into offers (organization_id, id, subject_kind, subject_id, title, price_cents, currency) values ($1, $2, 'course', $3, 'Piano', 4900, 'eur')`, [school.organizationId, v7(), course.courseId])
    const { body } = await ask('/courses')
    expect(body.data).toContainEqual(expect.objectContaining({ id: course.courseId, status: 'published', price: { amountCents: 4900, currency: 'eur' }, lessonCount: 1 }))
    expect(body.data).toContainEqual(expect.objectContaining({ id: draft.courseId, status: 'draft', price: null }))
    const { body: detail } = await ask(`/courses/${course.courseId}`)
    expect(detail.data.sections).toEqual([expect.objectContaining({ title: 'Begin', lessons: [expect.objectContaining({ title: 'First', kind: 'text' })] })])
    expect(JSON.stringify(detail)).not.toContain('Paid for')
  })

  it('lists people with their addresses, and finds one by the id that facts name', async () => {
    const { body } = await ask('/people?group=students&search=mei')
    expect(body.data).toEqual([expect.objectContaining({ userId: studentId, name: 'Mei', role: 'student', email: expect.stringContaining('@test.example') })])
    expect((await ask(`/people/${studentId}`)).body.data).toEqual(body.data[0])
  })

  it('lists orders, coupons and webhook endpoints', async () => {
    const [checkoutId, orderId, couponId] = [v7(), v7(), v7()]
    const values = [school.organizationId, checkoutId, studentId, course.courseId]
    await sql(
      `insert into checkouts (organization_id, id, user_id, email, token_hash, subject_kind, subject_id, offer_id, title, amount_cents, currency, fee_bps, fee_cents, status)
       select $1, $2, $3, 'mei@test.example', 'a hash', 'course', $4, id, 'Piano', 4900, 'eur', 1000, 490, 'paid' from offers where organization_id = $1 and subject_id = $4`,
      values,
    )
    await sql(
      `insert into orders (organization_id, id, number, checkout_id, user_id, buyer_email, buyer_name, title, subject_kind, subject_id, currency, gross_cents, platform_fee_cents, provider)
       values ($1, $2, 1, $3, $4, 'mei@test.example', 'Mei', 'Piano', 'course', $5, 'eur', 4900, 490, 'stripe')`,
      [school.organizationId, orderId, checkoutId, studentId, course.courseId],
    )
    await sql(`insert into coupons (organization_id, id, code, kind, percent_bps) values ($1, $2, 'AUTUMN', 'percent', 2000)`, [school.organizationId, couponId])
    await sql(`insert into webhook_endpoints (organization_id, id, url, facts, secret_sealed) values ($1, $2, 'https://hooks.example.com/', '{order.paid}', 'sealed')`, [school.organizationId, v7()])
    expect((await ask('/orders')).body.data).toEqual([expect.objectContaining({ id: orderId, grossCents: 4900, userId: studentId, processorFeeCents: null })])
    expect((await ask(`/orders/${orderId}`)).body.data).toMatchObject({ number: 1, status: 'paid' })
    expect((await ask('/coupons')).body.data).toEqual([expect.objectContaining({ code: 'AUTUMN', discount: { kind: 'percent', percentBps: 2000 }, isArchived: false })])
    expect((await ask('/coupons?archived=true')).body.data).toEqual([])
    const endpoints = (await ask('/webhook-endpoints')).body.data
    expect(endpoints).toEqual([expect.objectContaining({ url: 'https://hooks.example.com/', facts: ['order.paid'], state: 'on' })])
    expect(JSON.stringify(endpoints)).not.toContain('sealed')
  })

  it('goes through every page by its cursor, each thing once', async () => {
    const many = await buildSchool(database(), 'many-people')
    for (let place = 0; place < 119; place += 1) await buildMembership(database(), many.organizationId, await buildUser(database(), `Student ${place}`), 'student')
    const { secret } = await world().key(many)
    const seen: string[] = []
    let after: string | null = ''
    for (let pages = 0; after !== null && pages < 10; pages += 1) {
      const { body } = await world().ask(many, { key: secret, path: `/people${after ? `?after=${after}` : ''}` })
      seen.push(...body.data.map(({ userId }: { userId: string }) => userId))
      after = body.nextCursor
    }
    expect([seen.length, new Set(seen).size]).toEqual([120, 120])
    expect((await world().ask(many, { key: secret, path: `/orders?after=${Buffer.from('people:x').toString('base64url')}` })).status).toBe(422)
  })
})

describe('writing', () => {
  it('201 and 204: enrols somebody, ends it, and enrols again', async () => {
    const body = { courseId: course.courseId, userId: studentId }
    const made = await ask('/enrolments', { method: 'POST', body })
    expect([made.status, made.body.data.status, made.body.data.source]).toEqual([201, 'active', 'invitation'])
    const { id } = made.body.data
    expect((await ask('/enrolments', { method: 'POST', body })).status).toBe(200)
    expect((await ask(`/enrolments?courseId=${course.courseId}&userId=${studentId}`)).body.data).toEqual([made.body.data])
    expect((await ask(`/enrolments/${id}`, { method: 'DELETE' })).status).toBe(204)
    expect((await ask(`/enrolments/${id}`, { method: 'DELETE' })).status).toBe(204)
    expect((await ask(`/enrolments/${id}`)).body.data).toMatchObject({ status: 'ended', endedAt: expect.any(String) })
    expect((await ask('/enrolments', { method: 'POST', body })).body.data).toMatchObject({ id, status: 'active', endedAt: null })
  })

  it('409: what was bought is not taken back without its money', async () => {
    const other = await buildCourse(database(), school.organizationId, 'Bought')
    const id = v7()
    await sql(`insert into enrolments (organization_id, id, course_id, user_id, source) values ($1, $2, $3, $4, 'order')`, [school.organizationId, id, other.courseId, studentId])
    expect(await ask(`/enrolments/${id}`, { method: 'DELETE' })).toMatchObject({ status: 409, body: { title: 'enrolment-was-bought' } })
    expect(await sql('select status from enrolments where id = $1', [id])).toEqual([{ status: 'active' }])
  })

  it('422: nobody is enrolled who is not of the school, and nobody in a draft', async () => {
    const stranger = await buildUser(database(), 'Stranger')
    const draft = await buildCourse(database(), school.organizationId, 'Draft')
    await sql(`update courses set status = 'draft' where id = $1`, [draft.courseId])
    expect((await ask('/enrolments', { method: 'POST', body: { courseId: course.courseId, userId: stranger } })).body.errors).toHaveProperty('userId')
    expect((await ask('/enrolments', { method: 'POST', body: { courseId: draft.courseId, userId: studentId } })).body.errors).toHaveProperty('courseId')
    expect(await sql('select 1 from enrolments where user_id = $1 or course_id = $2', [stranger, draft.courseId])).toEqual([])
  })

  it('201: invites in the name of who made the key, and takes it back', async () => {
    const made = await ask('/invitations', { method: 'POST', body: { email: 'New@Test.example', role: 'student' } })
    expect([made.status, made.body.data.email]).toEqual([201, 'new@test.example'])
    expect(await sql(`select invited_by from organization_invitations where id = $1`, [made.body.data.id])).toEqual([{ invited_by: school.ownerId }])
    expect(await sql(`select name from outbox_events where organization_id = $1 and payload ->> 'invitationId' = $2`, [school.organizationId, made.body.data.id])).toEqual([{ name: 'invitation.sent' }])
    expect((await ask('/invitations')).body.data).toEqual([made.body.data])
    expect((await ask('/invitations', { method: 'POST', body: { email: 'new@test.example' } })).body.errors).toHaveProperty('email')
    expect((await ask('/invitations', { method: 'POST', body: { email: 'boss@test.example', role: 'admin' } })).status).toBe(422)
    expect((await ask(`/invitations/${made.body.data.id}`, { method: 'DELETE' })).status).toBe(204)
    expect((await ask(`/invitations/${made.body.data.id}`, { method: 'DELETE' })).status).toBe(404)
  })
})

describe('Idempotency-Key', () => {
  const invite = (email: string, word: string) => ask('/invitations', { method: 'POST', body: { email }, headers: { 'Idempotency-Key': word } })

  it('gives the first answer again, and does nothing twice, also at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => invite('once@test.example', 'the-word')))
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1)
    expect(answers[0]?.status).toBe(201)
    expect(await sql(`select 1 from organization_invitations where email = 'once@test.example'`)).toHaveLength(1)
  })

  it('422: under another request', async () => {
    await invite('first@test.example', 'another-word')
    expect(await invite('second@test.example', 'another-word')).toMatchObject({ status: 422, body: { title: 'idempotency-key-reused' } })
    expect(await sql(`select 1 from organization_invitations where email = 'second@test.example'`)).toEqual([])
  })

  it('keeps nothing of a fault: mended, the request comes again under the same word', async () => {
    const body = { courseId: course.courseId, userId: await buildUser(database(), 'Later') }
    const enrol = () => ask('/enrolments', { method: 'POST', body, headers: { 'Idempotency-Key': 'mended' } })
    expect((await enrol()).status).toBe(422)
    await buildMembership(database(), school.organizationId, body.userId, 'student')
    expect((await enrol()).status).toBe(201)
  })

  it('belongs to its key: another key may use the same word', async () => {
    await invite('mine@test.example', 'shared-word')
    const other = await world().key(school)
    expect((await ask('/invitations', { method: 'POST', key: other.secret, body: { email: 'theirs@test.example' }, headers: { 'Idempotency-Key': 'shared-word' } })).status).toBe(201)
  })
})

describe('401: a key that opens nothing', () => {
  const refused = (key: string | null, headers: Record<string, string> = {}) => ask('/courses', { key, headers })

  it('is refused in the same words, be it missing, made up, revoked, expired, or of who runs the school no more', async () => {
    const revoked = await world().key(school)
    await revokeKey(tenantCtx(database(), school.organizationId, school.ownerId), revoked.keyId)
    const expired = await world().key(school)
    await sql(`update api_keys set expires_at = now() - interval '1 second' where id = $1`, [expired.keyId])
    const admin = await buildUser(database(), 'Ada')
    const membership = await buildMembership(database(), school.organizationId, admin, 'admin')
    const theirs = await world().key(school, ['courses:read'], admin)
    expect((await refused(theirs.secret)).status).toBe(200)
    await sql(`update organization_memberships set role = 'instructor' where id = $1`, [membership])
    const answers = [await refused(null), await refused(`cove_${'A'.repeat(43)}`), await refused('not-a-key'), await refused(revoked.secret), await refused(expired.secret), await refused(theirs.secret)]
    for (const { status, headers, body } of answers) expect([status, headers.get('www-authenticate'), body]).toEqual([401, 'Bearer', answers[0]?.body])
  })

  it('knows no cookie and no key in the address', async () => {
    expect((await refused(null, { cookie: `key=${all.secret}` })).status).toBe(401)
    expect((await ask(`/courses?key=${all.secret}`, { key: null })).status).toBe(401)
  })

  it('keeps only the hash of a key', async () => {
    const [row] = await sql('select to_jsonb(k)::text as text from api_keys k where id = $1', [all.keyId])
    expect(row.text).toContain(all.secret.slice(0, 12))
    expect(row.text).not.toContain(all.secret.slice(12, 30))
  })
})

describe('429', () => {
  it('comes after 300 requests in a minute, says how long to wait, and ends with the minute', async () => {
    const { keyId, secret } = await world().key(school)
    const first = await ask('/courses', { key: secret })
    expect([first.headers.get('ratelimit-policy'), first.headers.get('ratelimit')]).toEqual(['"key";q=300;w=60', expect.stringMatching(/^"key";r=299;t=\d+$/)])
    await sql('update api_keys set window_used = 299 where id = $1', [keyId])
    expect((await ask('/courses', { key: secret })).headers.get('ratelimit')).toMatch(/r=0;/)
    const over = await ask('/courses', { key: secret })
    expect([over.status, Number(over.headers.get('retry-after')) > 0]).toEqual([429, true])
    expect((await ask('/courses')).status).toBe(200)
    await sql(`update api_keys set window_started_at = now() - interval '61 seconds' where id = $1`, [keyId])
    expect((await ask('/courses', { key: secret })).headers.get('ratelimit')).toMatch(/r=299;/)
  })

  it('counts requests that come at once, each', async () => {
    const { keyId, secret } = await world().key(school)
    await Promise.all(Array.from({ length: 25 }, () => ask('/courses', { key: secret })))
    expect(await sql('select window_used from api_keys where id = $1', [keyId])).toEqual([{ window_used: 25 }])
  })
})

describe('CORS', () => {
  const origin = 'https://www.melody.example'
  const preflight = (from: string) => world().ask(school, { path: '/courses', headers: { origin: from, 'access-control-request-method': 'GET', 'access-control-request-headers': 'authorization' }, method: 'OPTIONS' as 'GET' })

  it('lets through the websites that the school names, on preflights, answers and faults alike, and never with credentials', async () => {
    expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBeNull()
    await setOrigins(tenantCtx(database(), school.organizationId, school.ownerId), [origin])
    const { status, headers } = await preflight(origin)
    expect([status, headers.get('access-control-allow-origin'), headers.get('access-control-allow-credentials'), headers.get('vary')]).toEqual([204, origin, null, expect.stringContaining('Origin')])
    expect(headers.get('access-control-allow-headers')).toContain('Authorization')
    expect((await ask('/courses', { headers: { origin } })).headers.get('access-control-allow-origin')).toBe(origin)
    expect((await ask('/courses', { key: null, headers: { origin } })).headers.get('access-control-allow-origin')).toBe(origin)
  })

  it('does not let through others, nor that website at another school', async () => {
    await setOrigins(tenantCtx(database(), school.organizationId, school.ownerId), [origin])
    const other = await buildSchool(database(), 'other-origin')
    for (const from of ['https://evil.example', 'null', `${origin}.evil.example`, 'http://www.melody.example']) expect((await preflight(from)).headers.get('access-control-allow-origin'), from).toBeNull()
    expect((await world().ask(other, { path: '/courses', headers: { origin } })).headers.get('access-control-allow-origin')).toBeNull()
    await setOrigins(tenantCtx(database(), school.organizationId, school.ownerId), [])
    expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('addresses', () => {
  it('404: outside of a school, and where nothing is', async () => {
    expect((await world().ask({ slug: 'nobody-here' }, { path: '/courses', key: all.secret })).status).toBe(404)
    expect((await ask('/nothing')).body).toMatchObject({ status: 404, title: 'not-found' })
  })

  it('200: the document, to everybody', async () => {
    const { status, body, headers } = await ask('/openapi.json', { key: null })
    expect([status, body.openapi, body.servers, headers.get('access-control-allow-origin')]).toEqual([200, '3.1.1', [{ url: '/api/v1' }], '*'])
  })
})
