import type { TenantCtx } from '#platform/ctx.ts'
import { isUniqueViolation } from '#platform/db/database-faults.ts'
import { InvalidInput } from '#platform/errors/app-error.ts'
import type { CourseSettings } from '../catalog.schema.ts'
import { changingCourse } from '../catalog-ctx.ts'
import { sanitiseRichText } from '../rich-text/sanitise-rich-text.ts'
import { builderWords } from '../ui/words/builder-words.ts'
import { isTeacher, updateCourseRow } from './courses.queries.ts'

/**
 * Writes a course's settings: what it is called, how it is described, who teaches it, where it stands.
 *
 * @throws InvalidInput beside the slug when another course has it, beside the instructor when the person does not teach here
 */
export async function updateCourse(ctx: TenantCtx, input: CourseSettings & { courseId: string }): Promise<void> {
  const words = builderWords()
  try {
    await changingCourse(ctx, input.courseId, async ({ tx, course }) => {
      if (input.instructorMembershipId && !(await isTeacher(tx, ctx.organizationId, input.instructorMembershipId))) {
        throw new InvalidInput({ instructorMembershipId: words.notTeachingHere })
      }
      await updateCourseRow(tx, ctx.organizationId, course.id, {
        title: input.title,
        slug: input.slug,
        subject: input.subject,
        level: input.level,
        summary: input.summary,
        description_html: sanitiseRichText(input.descriptionHtml),
        outcomes: input.outcomes,
        instructor_membership_id: input.instructorMembershipId,
      })
    })
  } catch (fault) {
    if (!isUniqueViolation(fault)) throw fault
    throw new InvalidInput({ slug: words.addressTaken(input.slug) })
  }
}
