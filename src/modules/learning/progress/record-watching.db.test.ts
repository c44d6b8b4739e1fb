import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { buildCourse, buildMembership, buildSchool, buildUser } from '../../../../tests/support/builders.ts'
import { buildLesson, buildStudent, contextOf, makeClock } from '../../../../tests/support/build-learning.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { markLessonDone } from './mark-lesson-done.ts'
import { openLesson } from './open-lesson.ts'
import { recordWatching } from './record-watching.ts'

const database = useTestDatabase()
let count = 0

/** A school with a course of one text lesson and one video of 100 seconds, and a student of it. */
async function arrange() {
  const school = await buildSchool(database(), `watching-${(count += 1)}`)
  const { organizationId } = school
  const course = await buildCourse(database(), organizationId)
  const videoId = await buildLesson(database(), { organizationId, ...course }, { title: 'Five notes', kind: 'video', durationSeconds: 100, position: 1 })
  const studentId = await buildStudent(database(), organizationId, course.courseId)
  const clock = makeClock()
  return { ...school, ...course, videoId, textId: course.lessonId, studentId, clock, ctx: contextOf(database(), organizationId, studentId, clock) }
}

async function storedProgress(lessonId: string, userId: string) {
  const rows = await database().superuser.query('select watched::text, watched_seconds, position_seconds::float, completed_at, completed_by from lesson_progress where lesson_id = $1 and user_id = $2', [lessonId, userId])
  return rows.rows[0] ?? null
}

describe('a report of watching', () => {
  it('adds up what was played and remembers where', async () => {
    const { ctx, videoId, studentId, clock } = await arrange()
    await openLesson(ctx, { lessonId: videoId })
    for (const from of [0, 5, 10]) {
      clock.windSeconds(5)
      await recordWatching(ctx, { lessonId: videoId, from, to: from + 5, position: from + 5 })
    }
    expect(await storedProgress(videoId, studentId)).toMatchObject({ watched: '{[0,15)}', watched_seconds: 15, position_seconds: 15, completed_at: null })
  })

  it('completes a lesson by watching nine tenths, and nothing by seeking to the end', async () => {
    const { ctx, videoId, studentId, clock } = await arrange()
    await openLesson(ctx, { lessonId: videoId })
    clock.windSeconds(5)
    const sought = await recordWatching(ctx, { lessonId: videoId, from: 99, to: 100, position: 100 })
    expect(sought.isLessonComplete).toBe(false)

    clock.windSeconds(89)
    const watched = await recordWatching(ctx, { lessonId: videoId, from: 0, to: 89, position: 89 })
    expect(watched).toMatchObject({ isLessonComplete: true, isCourseComplete: false, watchedShare: 0.9 })
    expect(await storedProgress(videoId, studentId)).toMatchObject({ watched: '{[0,89),[99,100)}', completed_by: 'watched' })
  })

  it('is refused when it claims more than has passed, and leaves what stood', async () => {
    const { ctx, videoId, studentId, clock } = await arrange()
    await openLesson(ctx, { lessonId: videoId })
    clock.windSeconds(5)
    await recordWatching(ctx, { lessonId: videoId, from: 0, to: 5, position: 5 })
    clock.windSeconds(5)
    await expect(recordWatching(ctx, { lessonId: videoId, from: 5, to: 100, position: 100 })).rejects.toMatchObject({ status: 422, code: 'impossible-report' })
    expect(await storedProgress(videoId, studentId)).toMatchObject({ watched: '{[0,5)}', position_seconds: 5 })
  })

  it.each([
    { from: -1, to: 5, position: 5 },
    { from: Number.NaN, to: 5, position: 5 },
    { from: 0, to: 1e9, position: 5 },
    { from: 0, to: Number.POSITIVE_INFINITY, position: 5 },
    { from: 0, to: 5, position: -3 },
    { from: 9, to: 5, position: 5 },
  ])('is refused when its numbers are none: %o', async (numbers) => {
    const { ctx, videoId } = await arrange()
    await expect(recordWatching(ctx, { lessonId: videoId, ...numbers })).rejects.toMatchObject({ status: 422, code: 'invalid-input' })
  })

  it('may come twice', async () => {
    const { ctx, videoId, studentId, clock } = await arrange()
    await openLesson(ctx, { lessonId: videoId })
    clock.windSeconds(60)
    const report = { lessonId: videoId, from: 0, to: 60, position: 60 }
    await recordWatching(ctx, report)
    await recordWatching(ctx, report)
    expect(await storedProgress(videoId, studentId)).toMatchObject({ watched: '{[0,60)}', watched_seconds: 60 })
  })

  it('carries what could not be delivered before', async () => {
    const { ctx, videoId, studentId, clock } = await arrange()
    await openLesson(ctx, { lessonId: videoId })
    clock.windSeconds(40)
    await recordWatching(ctx, { lessonId: videoId, from: 70, to: 75, position: 75, earlier: [{ from: 0, to: 20 }, { from: 50, to: 60 }] })
    expect(await storedProgress(videoId, studentId)).toMatchObject({ watched: '{[0,20),[50,60),[70,75)}', watched_seconds: 35 })
  })

  it('merges right when twenty come at once', async () => {
    const { ctx, videoId, studentId, clock } = await arrange()
    await openLesson(ctx, { lessonId: videoId })
    clock.windSeconds(100)
    const reports = Array.from({ length: 20 }, (_, index) => ({ lessonId: videoId, from: index * 5, to: index * 5 + 5, position: index * 5 + 5 }))
    const answers = await Promise.all(reports.toSorted((one, other) => (one.from % 3) - (other.from % 3)).map((report) => recordWatching(ctx, report)))
    expect(answers.some(({ isLessonComplete }) => isLessonComplete)).toBe(true)
    expect(await storedProgress(videoId, studentId)).toMatchObject({ watched: '{[0,100)}', watched_seconds: 100 })
  })

  it('of a manager who looks at the lesson writes nothing', async () => {
    const { organizationId, ownerId, videoId } = await arrange()
    const answer = await recordWatching(contextOf(database(), organizationId, ownerId), { lessonId: videoId, from: 0, to: 5, position: 5 })
    expect(answer.kind).toBe('preview')
    expect(await storedProgress(videoId, ownerId)).toBeNull()
  })

  it('is for nobody else: strangers, assistants, members not enrolled, other schools and ended access find nothing', async () => {
    const { organizationId, courseId, studentId, ctx, videoId } = await arrange()
    const rival = await buildSchool(database(), `rival-${count}`)
    const assistant = await buildUser(database(), 'Ana')
    await buildMembership(database(), organizationId, assistant, 'assistant')
    const member = await buildUser(database(), 'Member')
    await buildMembership(database(), organizationId, member, 'student')
    const report = { lessonId: videoId, from: 0, to: 5, position: 5 }
    const asked = [
      contextOf(database(), organizationId, await buildUser(database(), 'Stranger')),
      contextOf(database(), organizationId, assistant),
      contextOf(database(), organizationId, member),
      contextOf(database(), rival.organizationId, rival.ownerId),
      contextOf(database(), rival.organizationId, studentId),
    ]
    for (const other of asked) await expect(recordWatching(other, report)).rejects.toMatchObject({ status: 404 })
    await expect(recordWatching(contextOf(database(), organizationId, null), report)).rejects.toMatchObject({ status: 401 })
    await expect(recordWatching(ctx, { ...report, lessonId: v7() })).rejects.toMatchObject({ status: 404 })

    await database().superuser.query(`update enrolments set status = 'ended', ended_at = now() where course_id = $1`, [courseId])
    await expect(recordWatching(ctx, report)).rejects.toMatchObject({ status: 404 })
    await expect(markLessonDone(ctx, { lessonId: videoId })).rejects.toMatchObject({ status: 404 })
  })
})

describe('a student', () => {
  it('completes a course with its last lesson, once, and the school is told', async () => {
    const { ctx, textId, videoId, courseId, organizationId } = await arrange()
    expect(await markLessonDone(ctx, { lessonId: textId })).toEqual({ kind: 'recorded', isCourseComplete: false })
    expect(await markLessonDone(ctx, { lessonId: textId })).toEqual({ kind: 'recorded', isCourseComplete: false })
    expect(await markLessonDone(ctx, { lessonId: videoId })).toEqual({ kind: 'recorded', isCourseComplete: true })
    await markLessonDone(ctx, { lessonId: videoId })

    const events = await database().superuser.query(`select payload from outbox_events where organization_id = $1 and name = 'course.completed'`, [organizationId])
    expect(events.rows.map(({ payload }) => payload.courseId)).toEqual([courseId])
  })

  it('completes the course even when the last two lessons are finished in the same moment', async () => {
    const { ctx, textId, videoId, organizationId } = await arrange()
    await Promise.all([markLessonDone(ctx, { lessonId: textId }), markLessonDone(ctx, { lessonId: videoId })])
    const enrolments = await database().superuser.query('select completed_at from enrolments where organization_id = $1', [organizationId])
    expect(enrolments.rows[0].completed_at).not.toBeNull()
    const events = await database().superuser.query(`select id from outbox_events where organization_id = $1 and name = 'course.completed'`, [organizationId])
    expect(events.rows).toHaveLength(1)
  })

  it('cannot write the progress of another, even past the use cases', async () => {
    const { organizationId, courseId, videoId, ctx } = await arrange()
    const other = await buildStudent(database(), organizationId, courseId, 'Omar')
    await markLessonDone(contextOf(database(), organizationId, other), { lessonId: videoId })

    const touched = await ctx.inTenant(({ tx }) => tx.updateTable('lesson_progress').set({ watched_seconds: 99 }).where('user_id', '=', other).returning('id').execute())
    expect(touched).toEqual([])
    await expect(
      ctx.inTenant(({ tx }) => tx.insertInto('lesson_progress').values({ organization_id: organizationId, id: v7(), user_id: other, course_id: courseId, lesson_id: videoId }).execute()),
    ).rejects.toThrow(/row-level security/)
  })
})
