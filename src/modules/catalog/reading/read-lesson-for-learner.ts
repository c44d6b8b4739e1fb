import type { Tx } from '#platform/ctx.ts'
import { isId } from '../catalog-ctx.ts'
import { findLessonContent, type LessonContent } from './lesson-contents.queries.ts'

/**
 * A lesson with its text and files, for whoever the tenant's transaction is opened for. The database decides: a row
 * comes back for those enrolled, for those who manage courses, and for everybody where the lesson is a free preview.
 *
 * @param tx a transaction of `inTenant`
 * @returns null when it is not there or not for this reader: both look the same
 * @example
 * const lesson = await ctx.inTenant(({ tx }) => readLessonForLearner(tx, { courseId, lessonId }))
 */
export async function readLessonForLearner(tx: Tx, input: { courseId: string; lessonId: string }): Promise<LessonContent | null> {
  if (!isId(input.courseId) || !isId(input.lessonId)) return null
  return findLessonContent(tx, input.courseId, input.lessonId)
}
