import { readCoursePage } from '#modules/catalog/index.ts'
import { CoursePage } from '#modules/catalog/ui/course-page.tsx'
import { NotFound } from '#platform/errors/app-error.ts'
import type { Route } from './+types/course.ts'
import { requestContext } from '../../request-context.ts'
import { answering } from '../../respond.ts'
import type { RouteHandle } from '../../page-needs.ts'
import { courseAccess, ownerNotice } from './course-access.ts'
import { courseDetail } from './course-views.ts'
import { pageMeta } from './page-meta.ts'
import { priceWithCoupon } from './price-with-coupon.ts'
import { courseData } from '../search/structured-data.ts'
import { schoolPage, tonguesOf } from './school-page.ts'

export const handle: RouteHandle = { isStatic: true }

export const loader = answering(async ({ request, context, params }: Route.LoaderArgs) => {
  const { app, tenant, tenantCtx, base, home } = context.get(requestContext)
  if (!tenant) throw new NotFound()
  const ctx = await tenantCtx()
  const wantsDraft = new URL(request.url).searchParams.get('preview') === '1'
  const found = await readCoursePage(ctx, { slug: params.courseSlug, wantsDraft })
  const course = courseDetail({ config: app.config, organizationId: tenant.id, base }, found)
  const firstPage = home === new URL(home).origin ? `${home}/` : home
  const here = `${home}/courses/${encodeURIComponent(course.slug)}`
  return {
    page: await schoolPage(context, request, found.role),
    course,
    access: await courseAccess(app, ctx, found, { base, coupon: found.isEnrolled ? null : await priceWithCoupon(context, request, found.offer) }),
    notice: ownerNotice(found, { base, preset: tenant.preset }),
    meta: {
      title: `${course.title} · ${tenant.name}`,
      description: course.summary,
      url: here,
      siteName: tenant.name,
      isHidden: found.course.status !== 'published',
      imageUrl: `${here}/social.png`,
      tongues: tonguesOf(context),
      facts: courseData({ ...course, url: here, imageUrl: `${here}/social.png`, school: { name: tenant.name, url: firstPage } }),
    },
  }
})

export const meta: Route.MetaFunction = ({ loaderData }) => pageMeta(loaderData?.meta)

export default function Course({ loaderData }: Route.ComponentProps) {
  const { page, course, access, notice } = loaderData
  return <CoursePage {...page} course={course} access={access} ownerNotice={notice} />
}
