import type { TenantCtx } from '#platform/ctx.ts'
import { InvalidInput } from '#platform/errors/app-error.ts'
import { setPrice } from '#modules/commerce/index.ts'
import { requirePermission } from '#modules/tenancy/index.ts'
import { changingCourse } from '../catalog-ctx.ts'
import { builderWords } from '../ui/words/builder-words.ts'

/**
 * Says what a course costs from now on.
 *
 * @param input minor units of the school's currency; 0 is free, null is no price yet
 * @throws NotAllowed without offers.manage; InvalidInput when a course on the site would be left without a price
 */
export async function setCoursePrice(ctx: TenantCtx, input: { courseId: string; priceCents: number | null; currency: string }): Promise<void> {
  await changingCourse(ctx, input.courseId, async ({ tx, course, role }) => {
    requirePermission(role, 'offers.manage')
    if (input.priceCents === null && course.status !== 'draft') {
      throw new InvalidInput({ price: builderWords().siteNeedsPrice })
    }
    await setPrice(tx, { organizationId: ctx.organizationId, id: ctx.ids.next(), subjectKind: 'course', subjectId: course.id, title: course.title, priceCents: input.priceCents, currency: input.currency })
  })
}
