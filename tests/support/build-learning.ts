import { v7 } from 'uuid'
import type { SystemCtx, TenantCtx } from '../../src/platform/ctx.ts'
import { asSystem } from '../../src/platform/db/as-system.ts'
import { withTenant } from '../../src/platform/db/with-tenant.ts'
import { uuidV7Ids } from '../../src/platform/ids/ids.ts'
import { buildMembership, buildUser } from './builders.ts'
import type { TestDatabase } from './test-database.ts'

/** A clock that tests wind on. */
export interface WoundClock {
  now(): Date
  windSeconds(seconds: number): void
}

export function makeClock(start = new Date()): WoundClock {
  let at = start.getTime()
  return { now: () => new Date(at), windSeconds: (seconds) => void (at += seconds * 1000) }
}

/** The context of a use case as a person, and of the system. */
export function contextOf(database: TestDatabase, organizationId: string, userId: string | null, clock: { now(): Date } = makeClock()): TenantCtx & SystemCtx {
  return {
    organizationId,
    userId,
    clock,
    ids: uuidV7Ids,
    inTenant: (work) => withTenant(database.pools.web, { organizationId, userId }, work),
    inSystem: (work) => asSystem(database.pools.system, ({ tx }) => work(tx)),
  }
}

/** Adds a lesson to a course. */
export async function buildLesson(database: TestDatabase, at: { organizationId: string; courseId: string; sectionId: string }, lesson: { title: string; kind: string; durationSeconds?: number; position: number }): Promise<string> {
  const id = v7()
  await database.superuser.query(
    'insert into lessons (organization_id, id, course_id, section_id, title, kind, duration_seconds, position) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [at.organizationId, id, at.courseId, at.sectionId, lesson.title, lesson.kind, lesson.durationSeconds ?? null, lesson.position],
  )
  return id
}

/** Makes a student with an active enrolment. */
export async function buildStudent(database: TestDatabase, organizationId: string, courseId: string, name = 'Mei'): Promise<string> {
  const userId = await buildUser(database, name)
  await buildMembership(database, organizationId, userId, 'student')
  await database.superuser.query(`insert into enrolments (organization_id, id, course_id, user_id, source) values ($1, $2, $3, $4, 'free')`, [organizationId, v7(), courseId, userId])
  return userId
}

let number = 0

/** Makes a paid order of a course, as commerce leaves it. */
export async function buildOrder(database: TestDatabase, order: { organizationId: string; courseId: string; userId: string }): Promise<string> {
  const [offerId, checkoutId, orderId] = [v7(), v7(), v7()]
  const { organizationId, courseId, userId } = order
  const run = (text: string, values: unknown[]) => database.superuser.query(text, values)
  await run(`insert into offers (organization_id, id, subject_kind, subject_id, title, price_cents, currency, status) values ($1, $2, 'course', $3, 'Piano', 8900, 'eur', 'retired')`, [organizationId, offerId, courseId])
  await run(
    `insert into checkouts (organization_id, id, offer_id, user_id, email, token_hash, status, title, subject_kind, subject_id, amount_cents, currency, fee_bps, fee_cents)
     values ($1, $2, $3, $4, 'mei@test.example', $5, 'paid', 'Piano', 'course', $6, 8900, 'eur', 1000, 890)`,
    [organizationId, checkoutId, offerId, userId, checkoutId, courseId],
  )
  await run(
    `insert into orders (organization_id, id, number, checkout_id, user_id, buyer_email, title, subject_kind, subject_id, currency, gross_cents, platform_fee_cents, provider)
     values ($1, $2, $3, $4, $5, 'mei@test.example', 'Piano', 'course', $6, 'eur', 8900, 890, 'none')`,
    [organizationId, orderId, (number += 1), checkoutId, userId, courseId],
  )
  return orderId
}
