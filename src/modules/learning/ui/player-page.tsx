import { Check, CircleCheck, Eye, List, WifiOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { capital } from '#modules/tenancy/presets/wording.schema.ts'
import { useWording } from '#modules/tenancy/ui/wording.tsx'
import { Button } from '#ui/button.tsx'
import { cn } from '#ui/class-names.ts'
import { Icon } from '#ui/icon.tsx'
import { Prose } from '#ui/prose.tsx'
import { SkipLink } from '#ui/skip-link.tsx'
import type { PlayerLesson, PlayerView } from '../player/player.schema.ts'
import { LessonDownloads } from './lesson-downloads.tsx'
import { PlayerBar } from './player-bar.tsx'
import { SyllabusList } from './syllabus-list.tsx'
import { usePlayerKind } from './words/player-kind-words.ts'
import { playerWords } from './words/player-words.ts'

export type LessonView = Extract<PlayerView, { kind: 'lesson' }>

export type PlayerPageProps = {
  view: LessonView
  base: string
  /** Who is signed in, as a menu. */
  person: ReactNode
  /** The school's sign and name, as a link home. */
  mark: ReactNode
  /** The recording on its stage; null for lessons that are read. */
  stage: ReactNode
  link: (lessonId: string, props: { className?: string; 'aria-current'?: 'page'; children: ReactNode }) => ReactNode
  /** The form that marks the lesson as done and goes on; its button comes as a child. */
  doneForm: (children: ReactNode) => ReactNode
  /** 0 to 1, fresher than the page when reports were answered since. */
  watchedShare: number
  isLessonComplete: boolean
  isMarking: boolean
  isLineDown: boolean
}

/** The player: the lesson on its stage, its notes and files, and the way through the course. */
export function PlayerPage(props: PlayerPageProps) {
  const { view, base, person, mark, stage } = props
  const { course, lesson, sections, mode } = view
  const courseHref = mode === 'preview' ? `${base}/studio/courses/${course.id}` : `${base}/courses/${encodeURIComponent(course.slug)}`
  return (
    <>
      <SkipLink />
      <PlayerBar course={course} mark={mark} libraryHref={`${base}/learn`} courseHref={courseHref} person={person} />
      {mode === 'preview' ? <PreviewLine href={courseHref} /> : null}
      <div className="lg:grid lg:min-h-[calc(100dvh-61px)] lg:grid-cols-[minmax(0,1fr)_348px]">
        <main id="main" tabIndex={-1} className="min-w-0 pb-28 outline-none sm:px-[30px] sm:py-[22px] lg:pb-16">
          <div className="mx-auto max-w-[980px] lg:mx-0">
            {stage}
            <article className="px-5 sm:px-0">
              <LessonHead {...props} />
              <LessonBody lesson={lesson} hasStage={stage !== null} />
            </article>
          </div>
        </main>
        <aside aria-label={capital(useWording().lesson.many)} className="hidden border-l lg:block">
          <div className="sticky top-0 max-h-dvh overflow-y-auto py-5">
            <LessonsHead percent={course.percent} isComplete={course.isComplete} />
            <SyllabusList sections={sections} currentId={lesson.id} link={props.link} />
          </div>
        </aside>
      </div>
      <FootBar {...props} />
    </>
  )
}

function PreviewLine({ href }: { href: string }) {
  const kind = usePlayerKind()
  return (
    <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 border-b bg-sunken px-5 py-2.5 text-sm text-ink-2">
      <Icon of={Eye} size="sm" />
      {kind.asStudents}
      <a href={href} className="link touch font-medium text-ink">
        {kind.backToCourse}
      </a>
    </p>
  )
}

function LessonHead(props: PlayerPageProps) {
  const { view, isLineDown } = props
  const { lesson } = view
  return (
    <header className={cn('flex flex-wrap items-start justify-between gap-x-6 gap-y-3', props.stage ? 'mt-5' : 'mt-6 sm:mt-4')}>
      <div className="min-w-0 flex-1 basis-72">
        <h1 className={cn('text-balance', props.stage ? 'text-xl font-semibold tracking-[-0.015em]' : 'display text-[2rem] leading-[1.12] sm:text-[2.5rem]')}>{lesson.title}</h1>
        <Standing {...props} />
        {isLineDown ? (
          <p role="status" className="mt-1 flex items-center gap-2 text-sm text-ink-2">
            <Icon of={WifiOff} size="sm" />
            {playerWords().offline}
          </p>
        ) : null}
      </div>
      <div className="hidden shrink-0 lg:block">
        <WayOn {...props} />
      </div>
    </header>
  )
}

/** How far this lesson is, in words. */
function Standing({ view, watchedShare, isLessonComplete }: PlayerPageProps) {
  const kind = usePlayerKind()
  const words = playerWords()
  if (isLessonComplete) {
    return (
      <p className="mt-1 flex items-center gap-1.5 text-sm text-good" role="status">
        <Icon of={CircleCheck} size="sm" />
        {view.course.isComplete && view.next === null ? kind.wasWholeCourse : words.done}
      </p>
    )
  }
  if (view.mode === 'preview' || !view.lesson.media || view.lesson.durationSeconds === null || watchedShare === 0) return null

  return <p className="mt-1 text-sm text-ink-3 tabular-nums">{words.watched(Math.floor(watchedShare * 100))}</p>
}

/** The one main press: done and next, or next alone for what is done. */
function WayOn({ view, link, doneForm, isLessonComplete, isMarking, wide }: PlayerPageProps & { wide?: boolean }) {
  const kind = usePlayerKind()
  const said = playerWords()
  const { next, mode, course } = view
  const look = cn('inline-flex min-h-11 select-none items-center justify-center gap-2 whitespace-nowrap rounded-md border border-transparent bg-brand px-[18px] text-[0.9375rem] font-medium text-on-brand hover:bg-brand-hover lg:min-h-9 lg:rounded-[8px] lg:px-3 lg:text-sm', wide && 'w-full')
  if (isLessonComplete || mode === 'preview') {
    if (next) return link(next.id, { className: look, children: <>{kind.nextLesson}{' '}<span aria-hidden="true">→</span></> })
    return course.isComplete ? (
      <span className={cn('inline-flex min-h-11 items-center justify-center gap-2 text-[0.9375rem] font-medium text-good', wide && 'w-full')}>
        <Icon of={Check} />
        {kind.courseComplete}
      </span>
    ) : null
  }
  return doneForm(
    <Button type="submit" variant="main" busy={isMarking} wide={wide} className="lg:min-h-9 lg:rounded-[8px] lg:px-3 lg:text-sm">
      {next ? <>{said.doneNext}{' '}<span aria-hidden="true">→</span></> : said.markDone}
    </Button>,
  )
}

function LessonBody({ lesson, hasStage }: { lesson: PlayerLesson; hasStage: boolean }) {
  const kind = usePlayerKind()
  const isEmpty = lesson.bodyHtml.trim() === '' && lesson.downloads.length === 0
  return (
    <div className="mt-6 grid gap-9 border-t pt-6">
      {lesson.bodyHtml.trim() ? <Prose html={lesson.bodyHtml} className={hasStage ? 'text-ink-2' : 'text-[1.125rem] leading-[1.7]'} /> : null}
      <LessonDownloads downloads={lesson.downloads} />
      {isEmpty && !hasStage ? <p className="text-ink-3">{kind.noTextYet}</p> : null}
    </div>
  )
}

function LessonsHead({ percent, isComplete }: { percent: number; isComplete: boolean }) {
  const { lesson } = useWording()
  return (
    <div className="flex items-center justify-between px-5 pb-2">
      <h2 className="font-semibold">{capital(lesson.many)}</h2>
      <span className={cn('text-sm tabular-nums', isComplete ? 'text-good' : 'text-ink-3')}>{isComplete ? playerWords().complete : `${percent}%`}</span>
    </div>
  )
}

/** A phone's hand: the way on, and all lessons. The list is a details element, so it opens without script. */
function FootBar(props: PlayerPageProps) {
  const { lesson } = useWording()
  const { view, link } = props
  return (
    <div className="fixed inset-x-0 bottom-0 z-30 border-t bg-paper pb-[env(safe-area-inset-bottom)] lg:hidden">
      <div className="flex items-center gap-3 px-4 py-2">
        <details key={view.lesson.id} className="group shrink-0">
          <summary className="flex min-h-11 items-center gap-2 rounded-md border border-edge bg-raised px-3.5 text-[0.9375rem] font-medium">
            <Icon of={List} />
            {capital(lesson.many)}
          </summary>
          <nav aria-label={usePlayerKind().allLessons} className="absolute inset-x-0 bottom-full max-h-[70dvh] overflow-y-auto rounded-t-lg border-t bg-raised pb-2 pt-4 shadow-[0_-16px_32px_-16px_oklch(0.1_0.01_40/0.3)]">
            <LessonsHead percent={view.course.percent} isComplete={view.course.isComplete} />
            <SyllabusList sections={view.sections} currentId={view.lesson.id} link={link} />
          </nav>
        </details>
        <div className="min-w-0 flex-1 [&_form]:w-full">
          <WayOn {...props} wide />
        </div>
      </div>
    </div>
  )
}
