import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { buildCourse, buildSchool, buildUser } from '../../../../tests/support/builders.ts'
import { buildOrder, contextOf } from '../../../../tests/support/build-learning.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { findLessonToGoOnWith } from '../player/find-lesson-to-go-on-with.ts'
import { endEnrolmentOnRefund } from './end-enrolment-on-refund.ts'
import { openEnrolmentOnPayment } from './open-enrolment-on-payment.ts'
import { startFreeCourse } from './start-free-course.ts'

const database = useTestDatabase()
let count = 0

async function arrange() {
  const school = await buildSchool(database(), `enrolments-${(count += 1)}`)
  const course = await buildCourse(database(), school.organizationId)
  const userId = await buildUser(database(), 'Mei')
  const { rows } = await database().superuser.query('select slug from courses where id = $1', [course.courseId])
  return { ...school, ...course, slug: String(rows[0].slug), userId, ctx: contextOf(database(), school.organizationId, userId) }
}

type Arranged = Awaited<ReturnType<typeof arrange>>

function paid({ ctx, organizationId, courseId, userId }: Arranged, orderId: string) {
  const payload = { orderId, checkoutId: v7(), userId, subjectKind: 'course', subjectId: courseId, title: 'Piano', buyerEmail: 'mei@test.example', amountCents: 8900, currency: 'eur' }
  return ctx.inSystem((tx) => openEnrolmentOnPayment.hear(ctx, tx, { id: v7(), organizationId, name: 'order.paid', payload, occurredAt: new Date() }))
}

function refunded({ ctx, organizationId, courseId, userId }: Arranged, orderId: string, isFull = true) {
  const payload = { orderId, userId, subjectKind: 'course', subjectId: courseId, buyerEmail: 'mei@test.example', amountCents: isFull ? 8900 : 100, currency: 'eur', isFull }
  return ctx.inSystem((tx) => endEnrolmentOnRefund.hear(ctx, tx, { id: v7(), organizationId, name: 'order.refunded', payload, occurredAt: new Date() }))
}

async function standing({ organizationId, userId }: Arranged) {
  const { rows } = await database().superuser.query('select status, source, order_id, ended_at is not null as has_ended from enrolments where organization_id = $1 and user_id = $2', [organizationId, userId])
  return rows
}

describe('a paid order', () => {
  it('opens the course and makes the buyer a student, once however often it is heard', async () => {
    const arranged = await arrange()
    const orderId = await buildOrder(database(), arranged)
    await paid(arranged, orderId)
    await paid(arranged, orderId)
    expect(await standing(arranged)).toEqual([{ status: 'active', source: 'order', order_id: orderId, has_ended: false }])
    const { rows } = await database().superuser.query('select role from organization_memberships where user_id = $1', [arranged.userId])
    expect(rows).toEqual([{ role: 'student' }])
    expect(await findLessonToGoOnWith(arranged.ctx, arranged.slug)).toEqual({ kind: 'lesson', lessonId: arranged.lessonId })
  })

  it('opens one enrolment when two workers hear it at once', async () => {
    const arranged = await arrange()
    const orderId = await buildOrder(database(), arranged)
    await Promise.all([paid(arranged, orderId), paid(arranged, orderId), paid(arranged, orderId)])
    expect(await standing(arranged)).toHaveLength(1)
  })
})

describe('a refund', () => {
  it('ends what the order opened, and nothing can be read any more', async () => {
    const arranged = await arrange()
    const orderId = await buildOrder(database(), arranged)
    await paid(arranged, orderId)
    await refunded(arranged, orderId)
    expect(await standing(arranged)).toMatchObject([{ status: 'ended', has_ended: true }])
    expect(await findLessonToGoOnWith(arranged.ctx, arranged.slug)).toMatchObject({ kind: 'ended' })
    const contents = await arranged.ctx.inTenant(({ tx }) => tx.selectFrom('lesson_contents').select('lesson_id').execute())
    expect(contents).toEqual([])
  })

  it('of a part leaves the access', async () => {
    const arranged = await arrange()
    const orderId = await buildOrder(database(), arranged)
    await paid(arranged, orderId)
    await refunded(arranged, orderId, false)
    expect(await standing(arranged)).toMatchObject([{ status: 'active' }])
  })

  it('that is heard before its payment ends without access', async () => {
    const arranged = await arrange()
    const orderId = await buildOrder(database(), arranged)
    await refunded(arranged, orderId)
    await paid(arranged, orderId)
    expect((await standing(arranged)).filter(({ status }) => status === 'active')).toEqual([])
    expect(await findLessonToGoOnWith(arranged.ctx, arranged.slug)).toMatchObject({ kind: 'not-enrolled' })
  })

  it('of one of two orders leaves the access to the other, and a new order opens an ended course again', async () => {
    const arranged = await arrange()
    const [first, second, third] = [await buildOrder(database(), arranged), await buildOrder(database(), arranged), await buildOrder(database(), arranged)]
    await paid(arranged, first)
    await paid(arranged, second)
    await refunded(arranged, first)
    expect(await standing(arranged)).toMatchObject([{ status: 'active', order_id: second }])
    await refunded(arranged, second)
    expect(await standing(arranged)).toMatchObject([{ status: 'ended' }])
    await paid(arranged, third)
    expect(await standing(arranged)).toEqual([{ status: 'active', source: 'order', order_id: third, has_ended: false }])
  })
})

describe('a free course', () => {
  const price = ({ organizationId, courseId }: Arranged, cents: number) =>
    database().superuser.query(`insert into offers (organization_id, id, subject_kind, subject_id, title, price_cents, currency) values ($1, $2, 'course', $3, 'Piano', $4, 'eur')`, [organizationId, v7(), courseId, cents])

  it('begins with a press, once', async () => {
    const arranged = await arrange()
    await price(arranged, 0)
    await Promise.all([startFreeCourse(arranged.ctx, arranged.slug), startFreeCourse(arranged.ctx, arranged.slug)])
    expect(await standing(arranged)).toEqual([{ status: 'active', source: 'free', order_id: null, has_ended: false }])
  })

  it('is not one with a price, nor one that is not on sale', async () => {
    const arranged = await arrange()
    await expect(startFreeCourse(arranged.ctx, arranged.slug)).rejects.toMatchObject({ status: 409, code: 'course-not-free' })
    await price(arranged, 8900)
    await expect(startFreeCourse(arranged.ctx, arranged.slug)).rejects.toMatchObject({ status: 409, code: 'course-not-free' })
    expect(await standing(arranged)).toEqual([])
  })

  it('is for people who are signed in, and not for drafts or other schools', async () => {
    const arranged = await arrange()
    await price(arranged, 0)
    await expect(startFreeCourse({ ...arranged.ctx, userId: null }, arranged.slug)).rejects.toMatchObject({ status: 401 })
    const rival = await buildSchool(database(), `free-rival-${count}`)
    await expect(startFreeCourse(contextOf(database(), rival.organizationId, arranged.userId), arranged.slug)).rejects.toMatchObject({ status: 404 })
    await database().superuser.query(`update courses set status = 'draft' where id = $1`, [arranged.courseId])
    await expect(startFreeCourse(arranged.ctx, arranged.slug)).rejects.toMatchObject({ status: 404 })
  })
})
