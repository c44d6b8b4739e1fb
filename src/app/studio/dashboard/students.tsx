import { listProgress } from '#modules/learning/index.ts'
import { StudentsTable } from '#modules/learning/ui/students-table.tsx'
import { NotFound } from '#platform/errors/app-error.ts'
import { capital } from '#modules/tenancy/presets/wording.schema.ts'
import { useWording } from '#modules/tenancy/ui/wording.tsx'
import { currentLocale } from '#platform/i18n/locale.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { useStudioKind } from '../../words/studio-kind-words.ts'
import { studioWords } from '../../words/studio-words.ts'
import type { Route } from './+types/students.ts'
import { requestContext } from '../../request-context.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering } from '../../respond.ts'
import { useLive } from '../../use-live.ts'

export const loader = answering(async ({ request, context, params }: Route.LoaderArgs) => {
  const { ctx } = await requireStudio(context, request, 'progress.read')
  const { tenant, base } = context.get(requestContext)
  if (!tenant) throw new NotFound()

  const after = new URL(request.url).searchParams.get('after')
  const found = await listProgress(ctx, { courseId: params.courseId, after })
  return {
    ...found,
    isFirstPage: after === null,
    base,
    zone: tenant.time_zone,
    locale: currentLocale(),
    now: ctx.clock.now().toISOString(),
    title: studioWords().studentsTitle(found.course.title, tenant.name),
  }
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? studioWords().students }]

/** The students of one course and how far each is. */
export default function Students({ loaderData }: Route.ComponentProps) {
  const kind = useStudioKind()
  const said = studioWords()
  const { course, students, studentCount, nextCursor, isFirstPage, base, zone, locale, now } = loaderData
  useLive(['progress'])
  const words = useWording()
  const many = capital(words.student.many)
  const here = `${base}/studio/courses/${course.id}/students`
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: capital(words.course.many), href: `${base}/studio/courses` }, { label: course.title, href: `${base}/studio/courses/${course.id}` }, { label: many }]} />}
        title={said.manyOf(many, course.title)}
        text={studentCount === 0 ? undefined : kind.studentsNewest(studentCount)}
      />
      <div className="mt-6">
        <StudentsTable students={students} courseTitle={course.title} now={now} zone={zone} locale={locale} />
        <Pagination label={many} newer={said.toNewest} newerHref={isFirstPage ? null : here} olderHref={nextCursor ? `${here}?after=${encodeURIComponent(nextCursor)}` : null} />
      </div>
    </>
  )
}
