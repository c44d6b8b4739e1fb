import type { MemberRole, TenantCtx, Tx } from '#platform/ctx.ts'
import { NotFound, SignInRequired } from '#platform/errors/app-error.ts'
import { holdsPermission } from '#modules/tenancy/index.ts'
import { findLessonToLearn, holdEnrolment, type LessonToLearn, type OpenEnrolment } from './progress.queries.ts'

export type Entered =
  | { kind: 'learner'; lesson: LessonToLearn; enrolment: OpenEnrolment; userId: string }
  /** Someone who runs courses and looks at a lesson as its students see it: nothing is written. */
  | { kind: 'preview'; lesson: LessonToLearn }

/**
 * Finds out what the asker is to a lesson, and holds their enrolment until the transaction ends.
 *
 * @throws SignInRequired for a visitor
 * @throws NotFound for a lesson that is not there for them: another school's, not enrolled, access ended
 */
export async function enterLesson(ctx: TenantCtx, opened: { tx: Tx; role: MemberRole | null }, lessonId: string): Promise<Entered> {
  const { organizationId, userId } = ctx
  if (userId === null) throw new SignInRequired()

  const lesson = await findLessonToLearn(opened.tx, organizationId, lessonId)
  if (!lesson) throw new NotFound(`no lesson ${lessonId}`)

  const enrolment = await holdEnrolment(opened.tx, { organizationId, userId, courseId: lesson.courseId })
  if (enrolment) return { kind: 'learner', lesson, enrolment, userId }
  if (holdsPermission(opened.role, 'courses.manage')) return { kind: 'preview', lesson }
  throw new NotFound(`no access to lesson ${lessonId}`)
}
