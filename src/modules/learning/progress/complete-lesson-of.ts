import type { TenantCtx, Tx } from '#platform/ctx.ts'
import { appendEvent } from '#platform/events/append-event.queries.ts'
import { publishLive } from '#platform/live/publish-live.queries.ts'
import { courseCompleted, type CourseCompleted } from '../events.ts'
import { completeEnrolment, completeLesson, countLessons, type LessonToLearn, type OpenEnrolment } from './progress.queries.ts'

/** A learner at a lesson, with the enrolment held. */
export interface Learner {
  lesson: LessonToLearn
  enrolment: OpenEnrolment
  userId: string
  /** The row of their progress in the lesson. */
  progressId: string
}

/**
 * Completes a lesson, and with the last of them the course: then `course.completed` is told, once. A lesson that is
 * complete already stays as it is.
 *
 * @returns whether every lesson of the course is complete now
 */
export async function completeLessonOf(ctx: TenantCtx, tx: Tx, learner: Learner, by: 'watched' | 'marked'): Promise<boolean> {
  const { organizationId } = ctx
  const { lesson, enrolment, userId, progressId } = learner
  const at = ctx.clock.now()
  const isNew = await completeLesson(tx, organizationId, progressId, { at, by })
  const { lessons, completed } = await countLessons(tx, { organizationId, userId, courseId: lesson.courseId })
  const isCourseComplete = completed === lessons
  if (!isNew) return isCourseComplete

  await publishLive(tx, { organizationId, name: 'progress' })
  await publishLive(tx, { organizationId, name: 'library', userId })
  const finished = isCourseComplete ? await completeEnrolment(tx, organizationId, enrolment.enrolmentId, at) : null
  if (finished) {
    const payload: CourseCompleted = { enrolmentId: enrolment.enrolmentId, courseId: lesson.courseId, userId, title: finished.title, completedAt: at.toISOString() }
    await appendEvent(tx, { organizationId, id: ctx.ids.next(), name: courseCompleted.name, payload })
  }
  return isCourseComplete
}
