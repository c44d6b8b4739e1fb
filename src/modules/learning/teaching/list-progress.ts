import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { requirePermission } from '#modules/tenancy/index.ts'
import { coursePercent } from '../progress/completion.ts'
import { uuidText } from '../progress/uuid-text.ts'
import { readCursor, writeCursor } from '../time-cursor.ts'
import { nameStudents } from './name-students.ts'
import { countStudents, findTaughtCourse, listStudents, studentsPerPage, type StudentRow } from './students.queries.ts'
import type { StudentPage, StudentProgress } from './teaching.schema.ts'

/**
 * The students of a course with how far each is, newest first, a page of 50 at a time.
 *
 * @param input.after the cursor of the page before
 * @throws NotFound for strangers, other schools' courses and cursors that no page gave out; NotAllowed without `progress.read`
 */
export async function listProgress(ctx: TenantCtx, input: { courseId: string; after?: string | null }): Promise<StudentPage> {
  const { organizationId } = ctx
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'progress.read')
    if (!uuidText.test(input.courseId)) throw new NotFound('a course was named by no uuid')

    const course = await findTaughtCourse(tx, organizationId, input.courseId)
    if (!course) throw new NotFound(`no course ${input.courseId}`)

    const { lessonCount, ...shown } = course
    const rows = await listStudents(tx, { organizationId, courseId: course.id }, readCursor(input.after))
    const page = await nameStudents(tx, rows.slice(0, studentsPerPage))
    const last = page.at(-1)
    return {
      course: shown,
      students: page.map((row) => showStudent(row, lessonCount)),
      studentCount: await countStudents(tx, organizationId, course.id),
      nextCursor: rows.length > studentsPerPage && last ? writeCursor({ at: last.startedAt, id: last.id }) : null,
    }
  })
}

function showStudent(row: StudentRow, lessonCount: number): StudentProgress {
  return {
    enrolmentId: row.id,
    name: row.name,
    status: row.status === 'ended' ? 'ended' : 'active',
    startedAt: row.startedAt.toISOString(),
    completedAt: row.completedAt?.toISOString() ?? null,
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
    lastLessonTitle: row.lastLessonTitle,
    completedCount: row.completedCount,
    lessonCount,
    percent: coursePercent(row.completedCount, lessonCount),
  }
}
