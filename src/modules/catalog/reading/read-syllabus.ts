import type { Tx } from '#platform/ctx.ts'
import { isId } from '../catalog-ctx.ts'
import { findCourseHead } from './course-heads.queries.ts'
import { listSections, type SyllabusSection } from './syllabus.queries.ts'

/** A course and what is in it, in order. */
export interface Syllabus {
  courseId: string
  slug: string
  title: string
  subject: string
  status: string
  /** Null when nobody is named, or the person is not shown in public. */
  teacherName: string | null
  lessonCount: number
  /** Of all recordings together; 0 when none says how long it is. */
  durationSeconds: number
  sections: SyllabusSection[]
}

/**
 * What stands in a course, for whoever the tenant's transaction is opened for: the public for courses on the site,
 * students for their own, those who manage courses for all.
 *
 * @param tx a transaction of `inTenant`
 * @returns null when the course is not there or not for this reader
 * @example
 * const syllabus = await ctx.inTenant(({ tx }) => readSyllabus(tx, courseId))
 */
export async function readSyllabus(tx: Tx, courseId: string): Promise<Syllabus | null> {
  const head = isId(courseId) ? await findCourseHead(tx, { courseId }) : null
  if (!head) return null

  const sections = await listSections(tx, courseId)
  const lessons = sections.flatMap((section) => section.lessons)
  return {
    courseId,
    slug: head.slug,
    title: head.title,
    subject: head.subject,
    status: head.status,
    teacherName: head.teacherName,
    lessonCount: lessons.length,
    durationSeconds: Math.round(lessons.reduce((sum, lesson) => sum + (lesson.durationSeconds ?? 0), 0)),
    sections,
  }
}
