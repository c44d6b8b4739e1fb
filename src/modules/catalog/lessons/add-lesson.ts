import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import type { LessonKind } from '../course-words.ts'
import { changingCourse } from '../catalog-ctx.ts'
import { readOutline } from '../sections/outline.queries.ts'
import { insertLesson } from './lessons.queries.ts'

/**
 * Adds an empty lesson at the end of a section.
 *
 * @throws NotFound when the section is not in this course
 */
export async function addLesson(ctx: TenantCtx, input: { courseId: string; sectionId: string; title: string; kind: LessonKind }): Promise<{ lessonId: string }> {
  return changingCourse(ctx, input.courseId, async ({ tx, course }) => {
    const outline = await readOutline(tx, ctx.organizationId, course.id)
    if (!outline.some((section) => section.sectionId === input.sectionId)) throw new NotFound()

    const lessonId = ctx.ids.next()
    await insertLesson(tx, { organizationId: ctx.organizationId, id: lessonId, courseId: course.id, sectionId: input.sectionId, title: input.title, kind: input.kind })
    return { lessonId }
  })
}
