import { useState } from 'react'
import { data, Form, Link, redirect, useNavigation, useRevalidator } from 'react-router'
import { Cover } from '#modules/catalog/ui/cover.tsx'
import { SchoolMark } from '#modules/catalog/ui/school-mark.tsx'
import { markLessonDone, openLesson, readPlayer } from '#modules/learning/index.ts'
import { Stage } from '#modules/learning/ui/playback/stage.tsx'
import { useWatchReport } from '#modules/learning/ui/playback/use-watch-report.ts'
import { PlayerPage, type LessonView } from '#modules/learning/ui/player-page.tsx'
import { BrandStyle } from '#ui/brand/brand-style-element.tsx'
import type { Route } from './+types/lesson.ts'
import { answering } from '../../respond.ts'
import { useLive } from '../../use-live.ts'
import { schoolPage } from '../catalog/school-page.ts'
import { EndedPage } from './ended-page.tsx'
import { endedView } from './ended-view.ts'
import { enterLearning } from './enter-learning.ts'

export const loader = answering(async ({ request, context, params }: Route.LoaderArgs) => {
  const visit = await enterLearning(context, request)
  const { ctx, tenant, base, viewer } = visit
  const view = await readPlayer(ctx, params)
  if (view.kind === 'not-enrolled') throw redirect(`${base}/courses/${encodeURIComponent(view.courseSlug)}`)
  if (view.kind === 'ended') return data(await endedView(context, request, visit, view.course), { status: 404 })

  await openLesson(ctx, params)
  return data({
    kind: 'lesson' as const,
    view,
    page: await schoolPage(context, request, null),
    viewer: { name: viewer.name, key: viewer.userId },
    title: `${view.lesson.title} · ${view.course.title} · ${tenant.name}`,
  })
})

/** "Mark done": a form, so it works without script. Then on to the next lesson. */
export const action = answering(async ({ request, context, params }: Route.ActionArgs) => {
  const { ctx, base } = await enterLearning(context, request)
  await markLessonDone(ctx, params)
  const next = (await request.formData()).get('next')
  const lessonId = typeof next === 'string' && next !== '' ? next : params.lessonId
  return redirect(`${base}/learn/${encodeURIComponent(params.courseSlug)}/${encodeURIComponent(lessonId)}`)
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? 'Lesson' }, { name: 'robots', content: 'noindex' }]

type Loaded = Route.ComponentProps['loaderData']

export default function Lesson({ loaderData }: Route.ComponentProps) {
  useLive(['library'])
  if (loaderData.kind === 'ended') return <EndedPage {...loaderData} />

  const { page, view } = loaderData
  return (
    <div data-tenant={page.school.slug} className="min-h-dvh bg-paper">
      <BrandStyle brand={page.school.brand} nonce={page.nonce} />
      <OpenLesson key={view.lesson.id} {...loaderData} />
    </div>
  )
}

function OpenLesson({ view, page, viewer }: Extract<Loaded, { kind: 'lesson' }>) {
  const { course, lesson, mode, next } = view
  const { base, school } = page
  const navigation = useNavigation()
  const revalidator = useRevalidator()
  const here = (lessonId: string) => `${base}/learn/${encodeURIComponent(course.slug)}/${lessonId}`
  const watching = useWatching(view, mode === 'learner' && lesson.media ? `${here(lesson.id)}/watching` : null, viewer.key)
  const [attempt, setAttempt] = useState(0)
  const retry = () => void revalidator.revalidate().then(() => setAttempt((count) => count + 1))

  return (
    <PlayerPage
      view={view}
      base={base}
      viewerName={viewer.name}
      mark={<SchoolMark school={school} href={base || '/'} />}
      stage={
        lesson.media ? (
          <Stage key={attempt} lesson={lesson} media={lesson.media} cover={<Cover courseId={course.id} subject={course.subject} brand={school.brand} />} onRetry={retry} {...watching.tell} />
        ) : null
      }
      link={(lessonId, props) => <Link to={here(lessonId)} {...props} />}
      doneForm={(children) => (
        <Form method="post">
          <input type="hidden" name="next" value={next?.id ?? ''} />
          {children}
        </Form>
      )}
      watchedShare={watching.share}
      isLessonComplete={lesson.isComplete || watching.isComplete}
      isMarking={navigation.state !== 'idle' && navigation.formMethod === 'POST'}
      isLineDown={watching.isLineDown}
    />
  )
}

/** Tells what is watched, and keeps what the school answers until the page is read again. */
function useWatching(view: LessonView, action: string | null, learnerKey: string) {
  const { lesson } = view
  const revalidator = useRevalidator()
  const [share, setShare] = useState(lesson.watchedShare)
  const [isComplete, setIsComplete] = useState(lesson.isComplete)
  const [isLineDown, setIsLineDown] = useState(false)
  const report = useWatchReport({
    action,
    lessonId: lesson.id,
    learnerKey,
    onAnswer(answer) {
      setShare(answer.watchedShare)
      if (answer.isLessonComplete && !isComplete) {
        setIsComplete(true)
        void revalidator.revalidate()
      }
    },
    onGone: () => void revalidator.revalidate(),
    onLine: (isOpen) => setIsLineDown(!isOpen),
  })
  return { tell: { onPlayed: report.played, onMoved: report.moved, onRest: report.flush }, share, isComplete, isLineDown }
}
