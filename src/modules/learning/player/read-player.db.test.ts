import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { buildCourse, buildMembership, buildSchool, buildUser } from '../../../../tests/support/builders.ts'
import { buildLesson, buildStudent, contextOf, makeClock } from '../../../../tests/support/build-learning.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { listLibrary } from '../library/list-library.ts'
import { markLessonDone } from '../progress/mark-lesson-done.ts'
import { openLesson } from '../progress/open-lesson.ts'
import { recordWatching } from '../progress/record-watching.ts'
import { findLessonToGoOnWith } from './find-lesson-to-go-on-with.ts'
import { findSchoolContact } from './find-school-contact.ts'
import { readPlayer } from './read-player.ts'

const database = useTestDatabase()
const linkConfig = { appSecret: 'tests only: this secret guards nothing at all', baseDomain: 'coursecove.localhost:3000', scheme: 'http' as const }
let count = 0

async function arrange() {
  const school = await buildSchool(database(), `player-${(count += 1)}`)
  const { organizationId } = school
  const course = await buildCourse(database(), organizationId)
  const videoId = await buildLesson(database(), { organizationId, ...course }, { title: 'Five notes', kind: 'video', durationSeconds: 100, position: 1 })
  const storageKey = `${organizationId}/${v7()}.webm`
  const fileId = storageKey.slice(storageKey.indexOf('/') + 1, -'.webm'.length)
  await database().superuser.query(
    `insert into files (organization_id, id, name, purpose, media_type, size_bytes, storage_key, status, uploaded_by) values ($1, $2, 'five.webm', 'video', 'video/webm', 1000, $3, 'ready', $4)`,
    [organizationId, fileId, storageKey, school.ownerId],
  )
  await database().superuser.query('insert into lesson_contents (organization_id, lesson_id, body_html, media_file_id) values ($1, $2, $3, $4)', [organizationId, videoId, '<p>Slowly.</p>', fileId])
  const { rows } = await database().superuser.query('select slug from courses where id = $1', [course.courseId])
  const courseSlug = String(rows[0].slug)
  const studentId = await buildStudent(database(), organizationId, course.courseId)
  const clock = makeClock()
  const as = (userId: string | null) => ({ ...contextOf(database(), organizationId, userId, clock), linkConfig })
  return { ...school, ...course, courseSlug, videoId, studentId, clock, as, ctx: as(studentId) }
}

describe('the player', () => {
  it('shows a student the lesson, its recording by a link, and the way through the course', async () => {
    const { ctx, courseSlug, videoId, lessonId } = await arrange()
    const view = await readPlayer(ctx, { courseSlug, lessonId: videoId })
    expect(view).toMatchObject({ kind: 'lesson', mode: 'learner', role: 'student', next: null, previous: { id: lessonId }, course: { lessonCount: 2, completedCount: 0, percent: 0 } })
    if (view.kind !== 'lesson') throw new Error('no lesson')
    expect(view.lesson.media?.src).toMatch(/^http:\/\/files\.coursecove\.localhost:3000\//)
    expect(view.lesson.bodyHtml).toBe('<p>Slowly.</p>')
  })

  it('goes on where it was left, in any browser', async () => {
    const { ctx, courseSlug, videoId, clock } = await arrange()
    await openLesson(ctx, { lessonId: videoId })
    clock.windSeconds(30)
    await recordWatching(ctx, { lessonId: videoId, from: 0, to: 30, position: 42.5 })
    expect(await findLessonToGoOnWith(ctx, courseSlug)).toEqual({ kind: 'lesson', lessonId: videoId })
    expect(await readPlayer(ctx, { courseSlug, lessonId: videoId })).toMatchObject({ lesson: { resumeSeconds: 42.5, watchedShare: 0.3 } })
  })

  it('ticks what is done and leads on', async () => {
    const { ctx, courseSlug, lessonId, videoId } = await arrange()
    await markLessonDone(ctx, { lessonId })
    expect(await findLessonToGoOnWith(ctx, courseSlug)).toEqual({ kind: 'lesson', lessonId: videoId })
    expect(await readPlayer(ctx, { courseSlug, lessonId })).toMatchObject({ lesson: { isComplete: true, completedBy: 'marked' }, course: { completedCount: 1, percent: 50 } })
  })

  it('shows those who run courses a preview and writes nothing of it', async () => {
    const { as, ownerId, courseSlug, videoId } = await arrange()
    expect(await readPlayer(as(ownerId), { courseSlug, lessonId: videoId })).toMatchObject({ kind: 'lesson', mode: 'preview', role: 'owner' })
    await openLesson(as(ownerId), { lessonId: videoId })
    const { rows } = await database().superuser.query('select id from lesson_progress where user_id = $1', [ownerId])
    expect(rows).toEqual([])
  })

  it('tells a member who is not enrolled where the course is, and an ended student that it ended', async () => {
    const { as, organizationId, courseId, courseSlug, videoId, ctx } = await arrange()
    const member = await buildUser(database(), 'Member')
    await buildMembership(database(), organizationId, member, 'student')
    expect(await readPlayer(as(member), { courseSlug, lessonId: videoId })).toEqual({ kind: 'not-enrolled', courseSlug })
    await database().superuser.query(`update enrolments set status = 'ended', ended_at = now() where course_id = $1`, [courseId])
    expect(await readPlayer(ctx, { courseSlug, lessonId: videoId })).toMatchObject({ kind: 'ended', course: { slug: courseSlug } })
    expect(await listLibrary(ctx)).toEqual([])
    expect(await findSchoolContact(ctx)).toMatch(/@test\.example$/)
  })

  it('has nothing for visitors, for lessons that are not there, and for other schools', async () => {
    const { as, ctx, courseSlug, videoId, studentId } = await arrange()
    await expect(readPlayer(as(null), { courseSlug, lessonId: videoId })).rejects.toMatchObject({ status: 401 })
    await expect(readPlayer(ctx, { courseSlug, lessonId: v7() })).rejects.toMatchObject({ status: 404 })
    await expect(readPlayer(ctx, { courseSlug, lessonId: 'nonsense' })).rejects.toMatchObject({ status: 404 })
    const rival = await buildSchool(database(), `player-rival-${count}`)
    await expect(readPlayer({ ...contextOf(database(), rival.organizationId, studentId), linkConfig }, { courseSlug, lessonId: videoId })).rejects.toMatchObject({ status: 404 })
  })
})

describe('the library', () => {
  it('shows what is under way with the lesson to go on with', async () => {
    const { ctx, courseId, lessonId, videoId } = await arrange()
    expect(await listLibrary(ctx)).toMatchObject([{ courseId, percent: 0, isNew: true, next: { lessonId }, completedAt: null }])
    await markLessonDone(ctx, { lessonId })
    expect(await listLibrary(ctx)).toMatchObject([{ percent: 50, isNew: false, next: { lessonId: videoId, title: 'Five notes' } }])
    await markLessonDone(ctx, { lessonId: videoId })
    expect((await listLibrary(ctx))[0]?.completedAt).not.toBeNull()
  })

  it('is one person’s own', async () => {
    const { as, ownerId } = await arrange()
    expect(await listLibrary(as(ownerId))).toEqual([])
    await expect(listLibrary(as(null))).rejects.toMatchObject({ status: 401 })
  })
})
