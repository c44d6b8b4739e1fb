import { BookOpen } from 'lucide-react'
import { data, redirect } from 'react-router'
import { SchoolFrame } from '#modules/catalog/ui/school-frame.tsx'
import { findLessonToGoOnWith } from '#modules/learning/index.ts'
import { useLibraryKind } from '#modules/learning/ui/words/library-kind-words.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import type { Route } from './+types/way-in.ts'
import { answering } from '../../respond.ts'
import { useLive } from '../../use-live.ts'
import { schoolPage } from '../catalog/school-page.ts'
import { askWhatIsOwed } from '../consents/ask-what-is-owed.ts'
import { EndedPage } from './ended-page.tsx'
import { endedView } from './ended-view.ts'
import { enterLearning, isAskedByOpenPage } from './enter-learning.ts'

export const loader = answering(async ({ request, context, params }: Route.LoaderArgs) => {
  const visit = await enterLearning(context, request)
  const { ctx, tenant, base } = visit
  await askWhatIsOwed(context, request, ctx)
  const way = await findLessonToGoOnWith(ctx, params.courseSlug)
  const slug = encodeURIComponent(params.courseSlug)
  if (way.kind === 'lesson') throw redirect(`${base}/learn/${slug}/${way.lessonId}`)
  if (way.kind === 'not-enrolled') throw redirect(`${base}/courses/${slug}`)
  if (way.kind === 'ended') return data(await endedView(context, request, visit, way.course), { status: isAskedByOpenPage(request) ? 200 : 404 })

  return data({ kind: 'empty' as const, page: await schoolPage(context, request, null), course: way.course, title: `${way.course.title} · ${tenant.name}` })
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title }, { name: 'robots', content: 'noindex' }]

export default function WayIn({ loaderData }: Route.ComponentProps) {
  const { myCourses, stillPrepared, soonHere } = useLibraryKind()
  useLive(['library'])
  if (loaderData.kind === 'ended') return <EndedPage {...loaderData} />

  const { page, course } = loaderData
  return (
    <SchoolFrame {...page}>
      <div className="wrap py-12">
        <h1 className="display text-2xl">{course.title}</h1>
        <EmptyState icon={BookOpen} title={stillPrepared} className="mt-8" action={<ButtonLink href={`${page.base}/learn`}>{myCourses}</ButtonLink>}>
          {soonHere(page.school.name)}
        </EmptyState>
      </div>
    </SchoolFrame>
  )
}
