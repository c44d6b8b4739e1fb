import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { requirePermission } from '#modules/tenancy/index.ts'
import { isId } from '../catalog-ctx.ts'
import { findCourse } from '../courses/courses.queries.ts'
import { countProgress } from '../lessons/lessons.queries.ts'
import { findLessonContent, type LessonContent } from '../reading/lesson-contents.queries.ts'

/** All that the editor of a lesson shows. */
export interface LessonEditor {
  course: { id: string; slug: string; title: string; status: string }
  lesson: LessonContent
  /** How many students have begun it. */
  studentCount: number
}

/**
 * A lesson with its content, for those who build it.
 *
 * @throws NotFound for strangers and for lessons that are not in this course, NotAllowed without courses.manage
 */
export async function readLessonEditor(ctx: TenantCtx, input: { courseId: string; lessonId: string }): Promise<LessonEditor> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'courses.manage')
    const isPossible = isId(input.courseId) && isId(input.lessonId)
    const course = isPossible ? await findCourse(tx, ctx.organizationId, input.courseId) : null
    const lesson = course ? await findLessonContent(tx, course.id, input.lessonId) : null
    if (!course || !lesson) throw new NotFound()

    const { id, slug, title, status } = course
    return { course: { id, slug, title, status }, lesson, studentCount: await countProgress(tx, ctx.organizationId, [lesson.id]) }
  })
}
