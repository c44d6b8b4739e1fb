import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { buildCourse, buildMembership, buildSchool, buildUser } from '../../../../tests/support/builders.ts'
import { buildLesson, buildOrder, buildStudent, contextOf, makeClock } from '../../../../tests/support/build-learning.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { markLessonDone } from '../progress/mark-lesson-done.ts'
import { openLesson } from '../progress/open-lesson.ts'
import { recordWatching } from '../progress/record-watching.ts'
import { listProgress } from './list-progress.ts'
import { readTeaching } from './read-teaching.ts'

const database = useTestDatabase()
const input = { timeZone: 'Europe/Lisbon', arePaymentsOn: true }
let count = 0

async function arrange() {
  const school = await buildSchool(database(), `teaching-${(count += 1)}`)
  const course = await buildCourse(database(), school.organizationId)
  const as = (userId: string | null) => contextOf(database(), school.organizationId, userId)
  const member = async (role: 'instructor' | 'assistant' | 'student') => {
    const userId = await buildUser(database(), role)
    await buildMembership(database(), school.organizationId, userId, role)
    return as(userId)
  }
  return { ...school, ...course, as, member }
}

describe('the students of a course', () => {
  it('are listed with how far each is', async () => {
    const { organizationId, courseId, lessonId, as, member } = await arrange()
    const mei = await buildStudent(database(), organizationId, courseId, 'Mei Lin')
    await buildStudent(database(), organizationId, courseId, 'Omar')
    await markLessonDone(as(mei), { lessonId })
    const page = await listProgress(await member('assistant'), { courseId })
    expect(page).toMatchObject({ studentCount: 2, nextCursor: null })
    expect(page.students.find(({ name }) => name === 'Mei Lin')).toMatchObject({ percent: 100, completedCount: 1, lessonCount: 1, lastLessonTitle: 'First', status: 'active' })
    expect(page.students.find(({ name }) => name === 'Omar')).toMatchObject({ percent: 0, lastSeenAt: null })
  })

  it('come fifty at a time, each once', async () => {
    const { organizationId, courseId, as, ownerId } = await arrange()
    for (let index = 0; index < 53; index += 1) await buildStudent(database(), organizationId, courseId, `Student ${index}`)
    const first = await listProgress(as(ownerId), { courseId })
    const second = await listProgress(as(ownerId), { courseId, after: first.nextCursor })
    expect([first.students.length, second.students.length, second.nextCursor]).toEqual([50, 3, null])
    expect(new Set([...first.students, ...second.students].map(({ enrolmentId }) => enrolmentId)).size).toBe(53)
    await expect(listProgress(as(ownerId), { courseId, after: 'nonsense' })).rejects.toMatchObject({ status: 404 })
  })

  it('are not for students, strangers and other schools', async () => {
    const { courseId, as, member } = await arrange()
    await expect(listProgress(await member('student'), { courseId })).rejects.toMatchObject({ status: 403 })
    await expect(listProgress(as(await buildUser(database(), 'Stranger')), { courseId })).rejects.toMatchObject({ status: 404 })
    const rival = await buildSchool(database(), `teaching-rival-${count}`)
    await expect(listProgress(contextOf(database(), rival.organizationId, rival.ownerId), { courseId })).rejects.toMatchObject({ status: 404 })
    await expect(listProgress(contextOf(database(), rival.organizationId, rival.ownerId), { courseId: v7() })).rejects.toMatchObject({ status: 404 })
  })
})

describe('the first page of the studio', () => {
  it('counts what there is', async () => {
    const { organizationId, courseId, sectionId, lessonId, as, ownerId } = await arrange()
    const videoId = await buildLesson(database(), { organizationId, courseId, sectionId }, { title: 'A melody in five notes', kind: 'video', durationSeconds: 100, position: 1 })
    const mei = await buildStudent(database(), organizationId, courseId, 'Mei Lin')
    const clock = makeClock()
    const asMei = contextOf(database(), organizationId, mei, clock)
    await markLessonDone(asMei, { lessonId })
    await openLesson(asMei, { lessonId: videoId })
    clock.windSeconds(40)
    await recordWatching(asMei, { lessonId: videoId, from: 0, to: 40, position: 40 })

    const seen = await readTeaching(as(ownerId), input)
    expect(seen.figures).toEqual({ newStudentsThisMonth: 1, newStudentsLastMonth: 0, activeLearnersThisWeek: 1, studentCount: 1, coursesFinishedThisMonth: 0, coursesFinishedEver: 0 })
    expect(seen.learningNow).toMatchObject([{ name: 'Mei Lin', lessonTitle: 'A melody in five notes', percent: 40 }])
    await markLessonDone(asMei, { lessonId: videoId })
    expect((await readTeaching(as(ownerId), input)).figures.coursesFinishedThisMonth).toBe(1)
  })

  it('calls those without a name by their address, for who may see it', async () => {
    const { organizationId, courseId, lessonId, as, ownerId, member } = await arrange()
    const named = await buildStudent(database(), organizationId, courseId, 'Mei Lin')
    const nameless = await buildStudent(database(), organizationId, courseId, '')
    for (const userId of [named, nameless]) await markLessonDone(as(userId), { lessonId })
    const { rows } = await database().superuser.query<{ email: string }>('select email from users where id = $1', [nameless])
    const namesFor = async (ctx: ReturnType<typeof as>) => [
      (await readTeaching(ctx, input)).learningNow.map(({ name }) => name).sort(),
      (await listProgress(ctx, { courseId })).students.map(({ name }) => name).sort(),
    ]

    const withAddress = ['Mei Lin', rows[0]?.email].sort()
    expect(await namesFor(as(ownerId))).toEqual([withAddress, withAddress])
    expect(await namesFor(await member('assistant'))).toEqual([withAddress, withAddress])
    expect(await namesFor(await member('instructor'))).toEqual([['Mei Lin', 'No name yet'], ['Mei Lin', 'No name yet']])
  })

  it('shows money and set-up to those whose they are', async () => {
    const { organizationId, courseId, ownerId, as, member } = await arrange()
    const buyer = await buildUser(database(), 'Buyer')
    const orderId = await buildOrder(database(), { organizationId, courseId, userId: buyer })
    const [account, platform, transaction] = [v7(), v7(), v7()]
    const run = (text: string, values: unknown[]) => database().superuser.query(text, values)
    await run(`insert into ledger_accounts (organization_id, id, kind, currency) values ($1, $2, 'school', 'eur'), ($1, $3, 'buyer', 'eur')`, [organizationId, account, platform])
    await run(`insert into ledger_transactions (organization_id, id, kind, source_key, order_id, description) values ($1, $2, 'sale', 'sale', $3, 'Sale')`, [organizationId, transaction, orderId])
    await run('insert into ledger_entries (organization_id, id, transaction_id, account_id, amount_cents) values ($1, $2, $3, $4, 8010), ($1, $5, $3, $6, -8010)', [organizationId, v7(), transaction, account, v7(), platform])

    const owner = await readTeaching(as(ownerId), input)
    expect(owner.revenue).toEqual({ currency: 'eur', schoolCents: 8010, beforeCents: 0, orderCount: 1 })
    expect(owner.steps?.map(({ key, isDone }) => `${key}:${isDone}`)).toEqual(['course:true', 'price:false', 'payouts:false', 'publish:true', 'invite:false'])
    expect(owner.faults).toEqual([{ key: 'no-price', courses: [{ id: courseId, title: 'Piano' }] }])

    const teacher = await readTeaching(await member('instructor'), input)
    expect([teacher.revenue, teacher.steps, teacher.faults]).toEqual([null, null, []])
    await expect(readTeaching(await member('student'), input)).rejects.toMatchObject({ status: 403 })
  })
})
