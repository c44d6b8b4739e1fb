import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound, SignInRequired } from '#platform/errors/app-error.ts'
import { lessonToGoOnWith } from './next-lesson.ts'
import { findCourseBySlug, findOwnEnrolment, listLessonsWithProgress } from './player.queries.ts'
import { modeOf } from './read-player.ts'

/** Where the address of a course in the library leads. */
export type WayIn =
  | { kind: 'lesson'; lessonId: string }
  /** There is no lesson yet. */
  | { kind: 'empty'; course: { slug: string; title: string } }
  | { kind: 'ended'; course: { slug: string; title: string } }
  | { kind: 'not-enrolled'; courseSlug: string }

/**
 * Finds the lesson that a learner goes on with.
 *
 * @throws SignInRequired for a visitor; NotFound when the course is not there for the asker
 */
export async function findLessonToGoOnWith(ctx: TenantCtx, courseSlug: string): Promise<WayIn> {
  const { organizationId, userId } = ctx
  if (userId === null) throw new SignInRequired()

  return ctx.inTenant(async ({ tx, role }) => {
    const course = await findCourseBySlug(tx, organizationId, courseSlug)
    if (!course) throw new NotFound(`no course ${courseSlug}`)

    const key = { organizationId, courseId: course.id, userId }
    const enrolment = await findOwnEnrolment(tx, key)
    const mode = modeOf(enrolment, role)
    if (mode === 'ended') return { kind: 'ended', course: { slug: course.slug, title: course.title } }
    if (mode === 'stranger') return { kind: 'not-enrolled', courseSlug: course.slug }

    const lesson = lessonToGoOnWith(await listLessonsWithProgress(tx, key), enrolment?.lastLessonId ?? null)
    return lesson ? { kind: 'lesson', lessonId: lesson.id } : { kind: 'empty', course: { slug: course.slug, title: course.title } }
  })
}
