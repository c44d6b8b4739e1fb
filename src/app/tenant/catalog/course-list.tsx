import { listCourses } from '#modules/catalog/index.ts'
import { CourseListPage } from '#modules/catalog/ui/course-list-page.tsx'
import { NotFound } from '#platform/errors/app-error.ts'
import type { Route } from './+types/course-list.ts'
import { requestContext } from '../../request-context.ts'
import { answering } from '../../respond.ts'
import type { RouteHandle } from '../../page-needs.ts'
import { courseCard } from './course-views.ts'
import { pageMeta } from './page-meta.ts'
import { schoolPage, tonguesOf } from './school-page.ts'
import { kindWordsOf } from '#modules/catalog/ui/words/kind-words.ts'
import { schoolWords } from '#modules/catalog/ui/words/school-words.ts'

export const handle: RouteHandle = { isStatic: true }

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { app, tenant, tenantCtx, base, home } = context.get(requestContext)
  if (!tenant) throw new NotFound()
  const asked = new URL(request.url).searchParams
  const [subject, after] = [asked.get('subject'), asked.get('after')]
  const list = await listCourses(await tenantCtx(), { subject, after })
  const page = await schoolPage(context, request, list.role)
  const place = { config: app.config, organizationId: tenant.id, base }
  const here = `${base}/courses`
  const about = list.subjects.filter((known) => known.subject !== '')
  const next = new URLSearchParams({ ...(subject ? { subject } : {}), after: list.nextCursor ?? '' })
  return {
    page,
    courses: list.courses.map((course) => courseCard(place, course)),
    courseCount: subject ? (list.subjects.find((known) => known.subject === subject)?.count ?? 0) : list.courseCount,
    subjects: [
      { href: here, label: schoolWords().allSubjects, count: list.courseCount, current: !subject },
      ...about.map((known) => ({ href: `${here}?subject=${encodeURIComponent(known.subject)}`, label: known.subject.charAt(0).toUpperCase() + known.subject.slice(1), count: known.count, current: known.subject === subject })),
    ],
    // Cursors lead forward only; the way back is the browser's, or the beginning.
    previousHref: after ? `${here}${subject ? `?subject=${encodeURIComponent(subject)}` : ''}` : null,
    nextHref: list.nextCursor ? `${here}?${next}` : null,
    meta: { title: kindWordsOf(tenant.preset).coursesOf(tenant.name), description: page.school.tagline, url: `${home}/courses`, siteName: tenant.name, imageUrl: `${home}/social.png`, tongues: tonguesOf(context) },
  }
})

export const meta: Route.MetaFunction = ({ loaderData }) => pageMeta(loaderData?.meta)

export default function CourseList({ loaderData }: Route.ComponentProps) {
  const { page, courses, courseCount, subjects, previousHref, nextHref } = loaderData
  return <CourseListPage {...page} courses={courses} courseCount={courseCount} subjects={subjects.length > 2 ? subjects : []} previousHref={previousHref} nextHref={nextHref} />
}
