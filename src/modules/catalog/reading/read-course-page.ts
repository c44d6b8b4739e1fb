import type { MemberRole, TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { findOffer, findPayoutStatus, type Offer } from '#modules/commerce/index.ts'
import { holdsPermission } from '#modules/tenancy/index.ts'
import { findCourseHead, listOwnCourseIds, type CourseHead } from './course-heads.queries.ts'
import { listSections, type SyllabusSection } from './syllabus.queries.ts'

/** All that a course's page shows. */
export interface CoursePage {
  course: CourseHead
  sections: SyllabusSection[]
  /** Of all recordings together. */
  durationSeconds: number
  offer: Offer | null
  /** The reader learns it already. */
  isEnrolled: boolean
  /** Whether the school can take money yet. */
  isPayable: boolean
  /** Of the one who asks. */
  role: MemberRole | null
  /** It is shown to one who builds it, not to the public. */
  isDraft: boolean
}

/**
 * A course as its page shows it.
 *
 * @param input `wantsDraft` lets those who manage courses see one that is not on the site
 * @throws NotFound for drafts as for addresses that never were
 */
export async function readCoursePage(ctx: TenantCtx, input: { slug: string; wantsDraft?: boolean }): Promise<CoursePage> {
  return ctx.inTenant(async ({ tx, role }) => {
    const course = await findCourseHead(tx, { slug: input.slug })
    const isDraft = course?.status === 'draft'
    const maySee = course && (!isDraft || (input.wantsDraft && holdsPermission(role, 'courses.manage')))
    if (!course || !maySee) throw new NotFound()

    const sections = await listSections(tx, course.id)
    const offer = await findOffer(tx, { organizationId: ctx.organizationId, subjectKind: 'course', subjectId: course.id })
    const isEnrolled = ctx.userId !== null && (await listOwnCourseIds(tx)).has(course.id)
    const isPayable = (await findPayoutStatus(tx, ctx.organizationId)) === 'active'
    const lengths = sections.flatMap((section) => section.lessons.map((lesson) => lesson.durationSeconds ?? 0))
    return { course, sections, durationSeconds: Math.round(lengths.reduce((sum, length) => sum + length, 0)), offer, isEnrolled, isPayable, role, isDraft }
  })
}
