import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterAll, describe, expect, it } from 'vitest'
import { buildCourse, buildMembership, buildSchool, buildUser } from '../../../tests/support/builders.ts'
import { lastMail } from '../../../tests/support/account-steps.ts'
import { readZip } from '../../../tests/support/read-zip.ts'
import { tenantCtx } from '../../../tests/support/tenant-ctx.ts'
import { useTestApp } from '../../../tests/support/test-app.ts'
import { useTestDatabase } from '../../../tests/support/test-database.ts'
import { saveFile } from '#modules/files/index.ts'
import { createAccount } from '#modules/identity/index.ts'
import { LastOwner } from '#modules/tenancy/index.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { runPendingFor } from '#platform/inbox/run-pending-for.ts'
import { switchboard } from '../../switchboard.ts'
import { askForExport, askToLeave, carryOutDepartures, forgetOldExports, linkToExport, makeExport, readExport, readLeaving, removeExportBytes, stayAfterAll, type PrivacyCtx } from './index.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'coursecove-own-data-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))
const database = useTestDatabase()
const app = useTestApp(database, { DATA_DIR: dataDir })

const ask = async <Row = Record<string, unknown>>(text: string, values: unknown[] = []) => (await database().superuser.query(text, values)).rows as Row[]
const ctx = (): PrivacyCtx => app().systemCtx
/** What the fast path had no time for on a busy machine, the worker would do; here it is done now. */
const settle = (subject: string) => runPendingFor({ ctx: app().systemCtx, pool: app().pools.system, switchboard, limits: { fastPathMs: 30_000 } }, 'builtin', subject)
const later = (days: number): PrivacyCtx => ({ ...ctx(), clock: { now: () => new Date(Date.now() + days * 86_400_000) } })

async function arrange() {
  const school = await buildSchool(database(), `s-${v7().slice(-10)}`)
  const { courseId, lessonId } = await buildCourse(database(), school.organizationId)
  const userId = await buildUser(database(), 'Mei')
  await buildMembership(database(), school.organizationId, userId, 'student')
  await learn(school.organizationId, courseId, lessonId, userId)
  await buy(school.organizationId, courseId, userId)
  return { ...school, courseId, lessonId, userId, scope: { userId, organizationId: school.organizationId } }
}

async function learn(organizationId: string, courseId: string, lessonId: string, userId: string) {
  await ask(`insert into enrolments (organization_id, id, course_id, user_id, source) values ($1, $2, $3, $4, 'invitation')`, [organizationId, v7(), courseId, userId])
  await ask(`insert into lesson_progress (organization_id, id, user_id, course_id, lesson_id, watched_seconds) values ($1, $2, $3, $4, $5, 41)`, [organizationId, v7(), userId, courseId, lessonId])
}

async function buy(organizationId: string, courseId: string, userId: string) {
  const [offerId, checkoutId] = [v7(), v7()]
  // One that has ended: a course has one offer that is active.
  await ask(`insert into offers (organization_id, id, subject_kind, subject_id, title, price_cents, currency, status) values ($1, $2, 'course', $3, 'Piano', 8900, 'eur', 'retired')`, [organizationId, offerId, courseId])
  await ask(
    `insert into checkouts (organization_id, id, offer_id, user_id, email, token_hash, title, subject_kind, subject_id, amount_cents, currency, fee_bps, fee_cents, status)
     select $1, $2, $3, id, email, 'a hash', 'Piano', 'course', $4, 8900, 'eur', 1000, 890, 'paid' from users where id = $5`,
    [organizationId, checkoutId, offerId, courseId, userId],
  )
  await ask(
    `insert into orders (organization_id, id, number, checkout_id, user_id, buyer_email, title, subject_kind, subject_id, gross_cents, platform_fee_cents, currency, provider)
     select $1, $2, (select count(*) + 1 from orders where organization_id = $1), $3, id, email, 'Piano', 'course', $4, 8900, 890, 'eur', 'stripe' from users where id = $5`,
    [organizationId, v7(), checkoutId, courseId, userId],
  )
}

async function makeCopy(scope: { userId: string; organizationId: string | null }): Promise<{ id: string; path: string }> {
  await askForExport(ctx(), scope)
  const copy = await readExport(ctx(), scope)
  await makeExport(ctx(), { exportId: copy?.id })
  return { id: copy?.id ?? '', path: join(dataDir, 'files', scope.userId, `${copy?.id}.zip`) }
}

describe('a copy of one’s own data', () => {
  it('holds every list and the bytes of own files, and nothing of anybody else', async () => {
    const { scope, userId, organizationId, courseId, lessonId } = await arrange()
    const otherId = await buildUser(database(), 'Noah', `noah-${v7().slice(-6)}@other.example`)
    await buildMembership(database(), organizationId, otherId, 'student')
    await learn(organizationId, courseId, lessonId, otherId)
    await ask(`update organization_memberships set role = 'instructor' where user_id = $1`, [userId])
    await saveFile({ ...tenantCtx(database(), organizationId, userId), storage: app().storage }, { name: '../a/../score.pdf', purpose: 'pdf', bytes: Buffer.from('%PDF-1.4\nthe whole score') })

    const files = await readZip((await makeCopy(scope)).path)
    expect(Object.keys(files).filter((name) => name.endsWith('.json')).sort()).toEqual(
      ['account', 'checkouts', 'consents', 'courses', 'credits', 'details', 'downloads', 'files', 'freeDownloads', 'invitations', 'mails', 'orders', 'products', 'progress', 'schools'].map((name) => `${name}.json`),
    )
    expect(JSON.parse(files['progress.json'] ?? '')).toMatchObject([{ course: 'Piano', lesson: 'First', watchedSeconds: 41 }])
    expect(JSON.parse(files['orders.json'] ?? '')).toMatchObject([{ title: 'Piano', paidCents: 8900 }])
    const own = Object.keys(files).filter((name) => name.startsWith('files/'))
    expect(own).toEqual([expect.stringMatching(/^files\/[0-9a-f]{8}-[^/]*score\.pdf$/)])
    expect(files[own[0] ?? '']).toBe('%PDF-1.4\nthe whole score')
    expect(JSON.stringify(files)).not.toContain('Noah')
    expect(JSON.stringify(files)).not.toContain('other.example')
  })

  it('is of one school, or of all', async () => {
    const { userId, organizationId } = await arrange()
    const second = await buildSchool(database(), `t-${v7().slice(-10)}`)
    await buildMembership(database(), second.organizationId, userId, 'student')
    const schoolsIn = async (scope: string | null) => JSON.parse((await readZip((await makeCopy({ userId, organizationId: scope })).path))['schools.json'] ?? '')
    expect(await schoolsIn(organizationId)).toHaveLength(1)
    expect(await schoolsIn(null)).toHaveLength(2)
  })

  it('is made once however often it is asked for, mailed once, and goes after a week', async () => {
    const { scope, userId } = await arrange()
    await Promise.all([askForExport(ctx(), scope), askForExport(ctx(), scope)])
    expect(await ask('select 1 from data_exports where user_id = $1', [userId])).toHaveLength(1)
    const { id, path } = await makeCopy(scope)
    await makeExport(ctx(), { exportId: id })
    const [person] = await ask<{ email: string }>('select email from users where id = $1', [userId])
    expect(await lastMail(database(), person?.email ?? '')).toMatchObject({ kind: 'export-ready' })
    expect(await ask(`select 1 from mail_messages where kind = 'export-ready' and to_address = $1`, [person?.email])).toHaveLength(1)

    const link = await linkToExport(app().systemCtx, scope)
    expect(link).toMatch(/^http:\/\/files\./)
    await expect(linkToExport(app().systemCtx, { userId: await buildUser(database(), 'Eve'), organizationId: scope.organizationId })).rejects.toBeInstanceOf(NotFound)
    expect(await readExport(later(8), scope)).toBeNull()
    await forgetOldExports(later(8))
    expect(await ask('select 1 from data_exports where id = $1', [id])).toEqual([])
    await removeExportBytes(app().systemCtx, { storageKey: `${userId}/${id}.zip` })
    await expect(readZip(path)).rejects.toThrow()
  })

  it('has a line for every column that points at a person', async () => {
    const columns = await ask<{ name: string }>(`
      select c.relname || '.' || a.attname as name from pg_constraint k
      join pg_class c on c.oid = k.conrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = any (k.conkey)
      where k.contype = 'f' and k.confrelid = 'public.users'::regclass order by 1`)
    expect(columns.map(({ name }) => name).filter((name) => !(name in standing))).toEqual([])
  })
})

/** Where a person stands: in which list of the copy, or why in none. A new column needs its line here. */
const standing: Record<string, string> = {
  'user_identities.user_id': 'account',
  'organization_memberships.user_id': 'schools',
  'organization_invitations.invited_by': 'invitations',
  'invitation_imports.started_by': 'holds the addresses of others alone, for a month',
  'files.uploaded_by': 'files',
  'custom_values.user_id': 'details',
  'consent_answers.user_id': 'consents',
  'consent_versions.published_by': 'a text is the school’s',
  'orders.user_id': 'orders',
  'checkouts.user_id': 'checkouts',
  'ledger_accounts.user_id': 'credits',
  'ledger_transactions.made_by': 'what they gave others is the others’ to have',
  'enrolments.user_id': 'courses',
  'enrolment_orders.user_id': 'ties an order to a course; both are there',
  'lesson_progress.user_id': 'progress',
  'purchases.user_id': 'products',
  'licence_keys.user_id': 'products',
  'product_downloads.user_id': 'downloads',
  'refunds.requested_by': 'the story of another’s order',
  'api_keys.made_by': 'a key is the school’s',
  'api_keys.revoked_by': 'a key is the school’s',
  'data_exports.user_id': 'the copy itself',
  'departures.user_id': 'stands on the page that the copy is fetched from',
}

describe('leaving a school', () => {
  it('says what it would do, waits two weeks, and can be taken back', async () => {
    const { scope, userId } = await arrange()
    expect(await readLeaving(ctx(), scope)).toMatchObject({ figures: { courses: 1, lessons: 1, orders: 1, onlyOwnerOf: [] }, departure: null, isMember: true })
    await askToLeave(ctx(), scope)
    await askToLeave(ctx(), scope)
    expect(await ask(`select kind from mail_messages m join users u on u.email = m.to_address where u.id = $1`, [userId])).toEqual([{ kind: 'departure' }])
    await carryOutDepartures(later(13))
    expect(await readLeaving(ctx(), scope)).toMatchObject({ isMember: true, departure: { heldAt: null } })
    await stayAfterAll(ctx(), scope)
    await carryOutDepartures(later(20))
    expect(await readLeaving(ctx(), scope)).toMatchObject({ isMember: true, departure: null })
  })

  it('ends membership, profile and progress of that school alone, and keeps the order', async () => {
    const { scope, userId, organizationId } = await arrange()
    const second = await buildSchool(database(), `t-${v7().slice(-10)}`)
    await buildMembership(database(), second.organizationId, userId, 'student')
    await askToLeave(ctx(), scope)
    await carryOutDepartures(later(15))
    await carryOutDepartures(later(15))
    expect(await ask('select display_name, deleted_at is not null as "isOver" from organization_memberships where user_id = $1 order by organization_id = $2 desc', [userId, organizationId])).toEqual([
      { display_name: '', isOver: true }, { display_name: 'Mei', isOver: false },
    ])
    expect(await readLeaving(ctx(), scope)).toMatchObject({ figures: { courses: 0, lessons: 0, orders: 1 }, isMember: false, departure: null })
    await expect(askToLeave(ctx(), scope)).rejects.toBeInstanceOf(NotFound)
  })

  it('leaves no school without an owner, neither when it is asked for nor when it is due', async () => {
    const { organizationId, ownerId, userId } = await arrange()
    const scope = { userId: ownerId, organizationId }
    await expect(askToLeave(ctx(), scope)).rejects.toBeInstanceOf(LastOwner)
    await expect(askToLeave(ctx(), { userId: ownerId, organizationId: null })).rejects.toBeInstanceOf(LastOwner)
    await ask(`update organization_memberships set role = 'owner' where user_id = $1`, [userId])
    await askToLeave(ctx(), scope)
    await ask(`update organization_memberships set role = 'student' where user_id = $1`, [userId])
    await carryOutDepartures(later(15))
    const held = await readLeaving(ctx(), scope)
    expect(held).toMatchObject({ isMember: true, figures: { onlyOwnerOf: [expect.any(String)] } })
    expect(held.departure?.heldAt).not.toBeNull()
    await ask(`update organization_memberships set role = 'owner' where user_id = $1`, [userId])
    await carryOutDepartures(later(16))
    expect(await readLeaving(ctx(), scope)).toMatchObject({ isMember: false, departure: null })
  })
})

describe('deleting the account', () => {
  it('ends the account at its provider after two weeks; the books forget the name, copies go', async () => {
    const { organizationId, courseId } = await arrange()
    const email = `leo-${v7().slice(-8)}@test.example`
    const { userId } = await createAccount(app().systemCtx, { email, name: 'Leo Brandt', password: 'a quiet morning', isVerified: true })
    await buildMembership(database(), organizationId, userId, 'student')
    await buy(organizationId, courseId, userId)
    const scope = { userId, organizationId: null }
    const { id } = await makeCopy(scope)
    await askToLeave(ctx(), scope)
    const [account] = await ask<{ id: string }>(`select id from better_auth."user" where email = $1`, [email])
    await carryOutDepartures(later(15))
    await settle(account?.id ?? '')
    expect(await ask('select name, email, deleted_at is not null as "isGone" from users where id = $1', [userId])).toEqual([{ name: '', email: null, isGone: true }])
    expect(await ask(`select 1 from better_auth."user" where email = $1`, [email])).toEqual([])
    expect(await ask('select gross_cents, buyer_email ~ $2 as "isAlias" from orders where user_id = $1', [userId, '^deleted-'])).toEqual([{ gross_cents: 8900, isAlias: true }])
    expect(await ask('select 1 from data_exports where id = $1 union all select 1 from departures where user_id = $2', [id, userId])).toEqual([])
    expect(await ask('select 1 from graphile_worker._private_jobs where key = $1', [`export-bytes:${id}`])).toHaveLength(1)
    await carryOutDepartures(later(16))
  })
})
