import type { TenantCtx } from '#platform/ctx.ts'
import { findOffer } from '#modules/commerce/index.ts'
import { changingCourse } from '../catalog-ctx.ts'
import { CourseNotReady } from '../errors.ts'
import { builderWords } from '../ui/words/builder-words.ts'
import { updateCourseRow } from './courses.queries.ts'
import { countLessonsWithContent } from '../lessons/lessons.queries.ts'

/** What the owner is told after publishing. */
export interface Published {
  slug: string
  /** False for a free course: nothing is sold. */
  isPaid: boolean
}

/**
 * Puts a course on the school's site, or gives it an address that is shown nowhere.
 *
 * A paid course may be published before payouts are set up: its page then says that it cannot be bought yet.
 *
 * @param input `unlisted` keeps it off the lists
 * @throws CourseNotReady naming everything that is missing at once
 */
export async function publishCourse(ctx: TenantCtx, input: { courseId: string; isUnlisted?: boolean }): Promise<Published> {
  const words = builderWords()
  return changingCourse(ctx, input.courseId, async ({ tx, course }) => {
    const offer = await findOffer(tx, { organizationId: ctx.organizationId, subjectKind: 'course', subjectId: course.id })
    const lessons = await countLessonsWithContent(tx, ctx.organizationId, course.id)
    const missing = [
      lessons === 0 ? words.lessonNeedsContent : '',
      offer ? '' : words.needsPrice,
    ].filter(Boolean)
    if (missing.length > 0) throw new CourseNotReady(missing)

    await updateCourseRow(tx, ctx.organizationId, course.id, {
      status: input.isUnlisted ? 'unlisted' : 'published',
      published_at: course.published_at ?? ctx.clock.now(),
    })
    return { slug: course.slug, isPaid: (offer?.priceCents ?? 0) > 0 }
  })
}
