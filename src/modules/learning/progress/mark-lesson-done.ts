import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { completeLessonOf } from './complete-lesson-of.ts'
import { enterLesson } from './enter-lesson.ts'
import { beginProgress, noteLastLesson } from './progress.queries.ts'
import { uuidText } from './uuid-text.ts'

/** What marking came to. */
export interface DoneAnswer {
  kind: 'recorded' | 'preview'
  isCourseComplete: boolean
}

/**
 * The learner says that a lesson is done: the way for lessons that are read, and a person's own word for those that
 * are played. Teachers see which of the two it was. Asked again, it changes nothing.
 *
 * @throws SignInRequired, NotFound see `enterLesson`
 */
export async function markLessonDone(ctx: TenantCtx, input: { lessonId: string }): Promise<DoneAnswer> {
  const { lessonId } = input
  if (!uuidText.test(lessonId)) throw new NotFound('a lesson was named by no uuid')

  return ctx.inTenant(async (opened) => {
    const entered = await enterLesson(ctx, opened, lessonId)
    if (entered.kind === 'preview') return { kind: 'preview', isCourseComplete: false }

    const { tx } = opened
    const { lesson, enrolment, userId } = entered
    const now = ctx.clock.now()
    const progress = await beginProgress(tx, { organizationId: ctx.organizationId, userId, courseId: lesson.courseId, lessonId }, { id: ctx.ids.next(), at: now })
    await noteLastLesson(tx, { organizationId: ctx.organizationId, enrolmentId: enrolment.enrolmentId, lessonId, seenAt: now })
    return { kind: 'recorded', isCourseComplete: await completeLessonOf(ctx, tx, { lesson, enrolment, userId, progressId: progress.id }, 'marked') }
  })
}
