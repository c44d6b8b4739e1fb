import type { CoursePage } from '#modules/catalog/index.ts'
import type { CourseAccess, OwnerNotice } from '#modules/catalog/ui/public-pages.schema.ts'
import { listLibrary } from '#modules/learning/index.ts'
import { holdsPermission } from '#modules/tenancy/index.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import type { App } from '../../../wiring.ts'
import { kindWordsOf } from '#modules/catalog/ui/words/kind-words.ts'
import { schoolWords } from '#modules/catalog/ui/words/school-words.ts'

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
export function ownerNotice(page: CoursePage, { base, preset }: { base: string; preset: string }): OwnerNotice | null {
  const words = schoolWords()
  const kind = kindWordsOf(preset)
  const builder = `${base}/studio/courses/${page.course.id}`
  if (page.isDraft) {
    return { title: words.draft, text: kind.draftText, href: builder, linkLabel: kind.backToCourse }
  }
  if (!holdsPermission(page.role, 'courses.manage')) return null

  const isPaid = (page.offer?.priceCents ?? 0) > 0
  if (isPaid && !page.isPayable) {
    return holdsPermission(page.role, 'payouts.manage')
      ? { title: kind.cannotBeBought, text: words.payoutsMissing, href: `${base}/studio/payouts`, linkLabel: words.setUpPayouts }
      : { title: kind.cannotBeBought, text: `${words.payoutsMissing} ${words.ownerSetsUp}`, href: builder, linkLabel: kind.backToCourse }
  }
  return null
}
