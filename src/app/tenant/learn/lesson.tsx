import { lazy, Suspense, useState } from 'react'
import { Form, Link, redirect, useNavigation, useRevalidator } from 'react-router'
import { PersonMenu } from '#modules/catalog/ui/person-menu.tsx'
import { schoolLinks } from '#modules/catalog/ui/school-links.ts'
import { SchoolMark } from '#modules/catalog/ui/school-mark.tsx'
import { markLessonDone, openLesson, readPlayer } from '#modules/learning/index.ts'
import { AccessEnded } from '#modules/learning/ui/access-ended.tsx'
import { Stage } from '#modules/learning/ui/playback/stage.tsx'
import { useWatchReport } from '#modules/learning/ui/playback/use-watch-report.ts'
import { PlayerPage, type LessonView } from '#modules/learning/ui/player-page.tsx'
import { libraryWords } from '#modules/learning/ui/words/library-words.ts'
import { faceOf } from '#modules/tenancy/presets/presets.schema.ts'
import { brandStyle } from '#ui/brand/brand-style.ts'
import type { Route } from './+types/lesson.ts'
import { readSentForm } from '../../read-sent-form.ts'
import { answering } from '../../respond.ts'
import { BrandStyle } from '#ui/brand/brand-style-element.tsx'
import { useLive } from '../../use-live.ts'
import { schoolPage } from '../catalog/school-page.ts'
import { askWhatIsOwed } from '../consents/ask-what-is-owed.ts'
import { endedView } from './ended-view.ts'
import { enterLearning, isAskedByOpenPage } from './enter-learning.ts'

export const loader = answering(async ({ request, context, params }: Route.LoaderArgs) => {
  const visit = await enterLearning(context, request)
  const { ctx, tenant, base, viewer } = visit
  await askWhatIsOwed(context, request, ctx)
  const view = await readPlayer(ctx, params)
  if (view.kind === 'not-enrolled') throw redirect(`${base}/courses/${encodeURIComponent(view.courseSlug)}`)
  // Computed here: the browser need not know how colours are made.
  const brandCss = brandStyle(tenant.brand_colour, tenant.type_pair, faceOf(tenant.preset))
  if (view.kind === 'ended') {
    // A page that is open says so in its place; the address itself leads nowhere any more.
    if (!isAskedByOpenPage(request)) throw redirect(`${base}/learn/${encodeURIComponent(view.course.slug)}`)
    return { ...(await endedView(context, request, visit, view.course)), brandCss }
  }

  await openLesson(ctx, params)
  return {
    kind: 'lesson' as const,
    view,
    page: await schoolPage(context, request, view.role),
    brandCss,
    learnerKey: viewer.userId,
    title: `${view.lesson.title} · ${view.course.title} · ${tenant.name}`,
  }
})

/** "Mark done": a form, so it works without script. Then on to the next lesson. */
export const action = answering(async ({ request, context, params }: Route.ActionArgs) => {
  const { ctx, base } = await enterLearning(context, request)
  await markLessonDone(ctx, params)
  const next = (await readSentForm(request)).get('next')
  const lessonId = typeof next === 'string' && next !== '' ? next : params.lessonId
  return redirect(`${base}/learn/${encodeURIComponent(params.courseSlug)}/${encodeURIComponent(lessonId)}`)
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? libraryWords().lesson }, { name: 'robots', content: 'noindex' }]

// A larger recording would be loaded a second time for a picture.
const drawnBytesMax = 12_000_000

// Only recordings without pictures need it.
const Cover = lazy(async () => ({ default: (await import('#modules/catalog/ui/cover.tsx')).Cover }))

type Loaded = Route.ComponentProps['loaderData']

export default function Lesson({ loaderData }: Route.ComponentProps) {
  useLive(['library'])
  const { page, brandCss } = loaderData
  return (
    <div data-tenant={page.school.slug} className="min-h-dvh bg-paper">
      <BrandStyle css={brandCss} nonce={page.nonce} />
      {loaderData.kind === 'ended' ? <EndedHere {...loaderData} /> : <OpenLesson key={loaderData.view.lesson.id} {...loaderData} />}
    </div>
  )
}

function EndedHere({ page, course, contactEmail }: Extract<Loaded, { kind: 'ended' }>) {
  const { base, school } = page
  return (
    <>
      <header className="flex h-[61px] items-center border-b px-5">
        <SchoolMark school={school} href={base || '/'} />
      </header>
      <main id="main">
        <AccessEnded courseTitle={course.title} schoolName={school.name} courseHref={`${base}/courses/${encodeURIComponent(course.slug)}`} libraryHref={`${base}/learn`} contactEmail={contactEmail} />
      </main>
    </>
  )
}

function OpenLesson({ view, page, learnerKey }: Extract<Loaded, { kind: 'lesson' }>) {
  const { course, lesson, mode, next } = view
  const { base, school } = page
  const navigation = useNavigation()
  const revalidator = useRevalidator()
  const here = (lessonId: string) => `${base}/learn/${encodeURIComponent(course.slug)}/${lessonId}`
  const watching = useWatching(view, mode === 'learner' && lesson.media ? `${here(lesson.id)}/watching` : null, learnerKey)
  const [attempt, setAttempt] = useState(0)
  const retry = () => void revalidator.revalidate().then(() => setAttempt((count) => count + 1))

  return (
    <PlayerPage
      view={view}
      base={base}
      person={page.viewer ? <PersonMenu viewer={page.viewer} to={schoolLinks(page)} places={page.places} withLibrary /> : null}
      mark={<SchoolMark school={school} href={base || '/'} />}
      stage={
        lesson.media ? (
          <Stage
            key={attempt}
            lesson={lesson}
            media={lesson.media}
            cover={lesson.kind === 'audio' ? <AudioCover courseId={course.id} subject={course.subject} brand={school.brand} /> : null}
            waveformSrc={lesson.media.sizeBytes <= drawnBytesMax ? `${here(lesson.id)}/recording` : null}
            onRetry={retry}
            {...watching.tell}
          />
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

function AudioCover(props: { courseId: string; subject: string; brand: string }) {
  return (
    <Suspense fallback={null}>
      <Cover {...props} />
    </Suspense>
  )
}
