import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { readCoursePage, type CoursePage } from './read-course-page.ts'
import type { LessonContent } from './lesson-contents.queries.ts'
import { readLessonForLearner } from './read-lesson-for-learner.ts'

/**
 * A lesson that everybody may see, with the course it belongs to.
 *
 * @throws NotFound for lessons that are no preview, also for those who may see them elsewhere
 */
export async function readPreviewPage(ctx: TenantCtx, input: { slug: string; lessonId: string; wantsDraft?: boolean }): Promise<CoursePage & { lesson: LessonContent }> {
  const page = await readCoursePage(ctx, input)
  const lesson = await ctx.inTenant(({ tx }) => readLessonForLearner(tx, { courseId: page.course.id, lessonId: input.lessonId }))
  if (!lesson?.isPreview) throw new NotFound()
  return { ...page, lesson }
}
