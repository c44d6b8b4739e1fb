import type { CoursePage } from '#modules/catalog/index.ts'
import type { CourseAccess, OwnerNotice } from '#modules/catalog/ui/public-pages.schema.ts'
import { listLibrary } from '#modules/learning/index.ts'
import { holdsPermission } from '#modules/tenancy/index.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import type { App } from '../../../wiring.ts'

/** What the viewer can do with a course now. What a coupon takes to nothing can be had without anybody who takes payments. */
export async function courseAccess(app: App, ctx: TenantCtx, page: CoursePage, way: { base: string; coupon?: { code: string; cents: number } | null }): Promise<CourseAccess> {
  const { base, coupon } = way
  const slug = encodeURIComponent(page.course.slug)
  if (page.isEnrolled) {
    const library = await listLibrary({ ...ctx, linkConfig: app.config })
    const own = library.find((course) => course.courseId === page.course.id)
    return { kind: 'enrolled', continueHref: `${base}/learn/${slug}`, done: own?.completedCount ?? 0, total: own?.lessonCount ?? page.course.lessonCount }
  }
  if (!page.offer || page.isDraft) return { kind: 'not-for-sale' }
  if (page.offer.priceCents === 0) return { kind: 'start-free', action: `${base}/courses/${slug}/start` }
  return page.isPayable || coupon?.cents === 0 ? { kind: 'buy', action: `${base}/courses/${slug}/buy`, coupon } : { kind: 'not-for-sale' }
}

/** What those who run the school should know about this page, if anything. */
export function ownerNotice(page: CoursePage, base: string): OwnerNotice | null {
  const builder = `${base}/studio/courses/${page.course.id}`
  if (page.isDraft) {
    return { title: 'This is a draft', text: 'Only people who manage courses see this page. Publish the course when it is ready.', href: builder, linkLabel: 'Back to the course' }
  }
  if (!holdsPermission(page.role, 'courses.manage')) return null

  const isPaid = (page.offer?.priceCents ?? 0) > 0
  if (isPaid && !page.isPayable) {
    const text = 'Payouts are not set up yet, so visitors cannot buy it. They are told that it is not on sale right now.'
    return holdsPermission(page.role, 'payouts.manage')
      ? { title: 'Nobody can buy this course yet', text, href: `${base}/studio/payouts`, linkLabel: 'Set up payouts' }
      : { title: 'Nobody can buy this course yet', text: `${text} The owner of the school can set them up.`, href: builder, linkLabel: 'Back to the course' }
  }
  return null
}
