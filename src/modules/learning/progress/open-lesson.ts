import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { publishLive } from '#platform/live/publish-live.queries.ts'
import { enterLesson } from './enter-lesson.ts'
import { beginProgress, noteLastLesson } from './progress.queries.ts'
import { uuidText } from './uuid-text.ts'

/**
 * Notes that the learner has a lesson before them: they come back to it, and what can have been watched is counted
 * from here. Asked again, it begins nothing anew. Nothing is written for a preview.
 *
 * @throws SignInRequired, NotFound see `enterLesson`
 */
export async function openLesson(ctx: TenantCtx, input: { lessonId: string }): Promise<void> {
  const { lessonId } = input
  if (!uuidText.test(lessonId)) throw new NotFound('a lesson was named by no uuid')

  await ctx.inTenant(async (opened) => {
    const entered = await enterLesson(ctx, opened, lessonId)
    if (entered.kind === 'preview') return

    const { tx } = opened
    const { lesson, enrolment, userId } = entered
    const now = ctx.clock.now()
    await beginProgress(tx, { organizationId: ctx.organizationId, userId, courseId: lesson.courseId, lessonId }, { id: ctx.ids.next(), at: now })
    await noteLastLesson(tx, { organizationId: ctx.organizationId, enrolmentId: enrolment.enrolmentId, lessonId, seenAt: now })
    if (enrolment.lastLessonId !== lessonId) await publishLive(tx, { organizationId: ctx.organizationId, name: 'progress' })
  })
}
