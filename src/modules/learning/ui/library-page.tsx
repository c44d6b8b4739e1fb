import { BookOpen, Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { useKindWords } from '#modules/catalog/ui/words/kind-words.ts'
import { useWording } from '#modules/tenancy/ui/wording.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Icon } from '#ui/icon.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import type { LibraryCourse } from '../library/library.schema.ts'
import { useLibraryKind } from './words/library-kind-words.ts'
import { libraryWords } from './words/library-words.ts'

type LibraryPageProps = {
  courses: readonly LibraryCourse[]
  base: string
  /** What stands below the title. */
  aside?: ReactNode
  /** What stands below the courses: other things of one's own. */
  more?: ReactNode
  /** Draws a course's cover, or shows the school's picture of it. */
  cover: (course: LibraryCourse) => ReactNode
}

/** A student's own shelf: what is under way first, what is finished below. */
export function LibraryPage({ courses, base, aside, more, cover }: LibraryPageProps) {
  const kinds = useLibraryKind()
  const kind = useLibraryKind()
  const words = libraryWords()
  const { course } = useWording()
  const running = courses.filter(({ completedAt }) => completedAt === null)
  const finished = courses.filter(({ completedAt }) => completedAt !== null)
  return (
    <div className="wrap pb-20 pt-6 sm:pt-10">
      <h1 className="display text-[2.25rem] leading-tight sm:text-3xl">{kind.myCourses}</h1>
      {aside ? <div className="mt-2">{aside}</div> : null}
      {courses.length === 0 && !more ? (
        <EmptyState
          icon={BookOpen}
          title={words.nothingYet}
          className="mt-8"
          action={
            <ButtonLink variant="main" href={`${base}/courses`}>
              {kinds.seeTheCourses}
            </ButtonLink>
          }
        >
          {kind.appearsHere}
        </EmptyState>
      ) : null}
      {running.length > 0 ? (
        <ul className="mt-7 grid gap-px border-y bg-line sm:mt-9">
          {running.map((each, index) => (
            <RunningCourse key={each.courseId} course={each} base={base} cover={cover(each)} isFirst={index === 0} />
          ))}
        </ul>
      ) : null}
      {courses.length > 0 && running.length === 0 ? (
        <p className="mt-4 text-ink-2">
          {words.finishedAll}{' '}
          <a href={`${base}/courses`} className="link">
            {words.seeMore}
          </a>
          .
        </p>
      ) : null}
      {finished.length > 0 ? <Finished courses={finished} base={base} cover={cover} /> : null}
      {more}
      <p className="mt-14 text-sm">
        <a href={`${base}/learn/data`} className="link touch text-ink-2">
          {words.yourDataHere}
        </a>
      </p>
    </div>
  )
}

function courseHref(base: string, { slug }: LibraryCourse): string {
  return `${base}/learn/${encodeURIComponent(slug)}`
}

function RunningCourse({ course, base, cover, isFirst }: { course: LibraryCourse; base: string; cover: ReactNode; isFirst: boolean }) {
  const words = libraryWords()
  const { stillPrepared } = useLibraryKind()
  const { lessonsDoneOf } = useKindWords()
  const { title, teacherName, completedCount, lessonCount, percent, next, isNew } = course
  const progress = lessonsDoneOf(completedCount, lessonCount)
  return (
    <li className="group relative grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-4 bg-paper py-6 sm:grid-cols-[220px_minmax(0,1fr)] sm:py-7 lg:grid-cols-[260px_minmax(0,1fr)_auto] lg:items-center">
      <div className="aspect-[16/9] overflow-hidden rounded-[12px] bg-sunken sm:aspect-4/3">{cover}</div>
      <div className="min-w-0 self-center">
        <h2 className="text-lg font-semibold leading-snug tracking-[-0.01em]">
          <a href={courseHref(base, course)} className="after:absolute after:inset-0 group-hover:text-brand-strong">
            {title}
          </a>
        </h2>
        {teacherName ? <p className="mt-0.5 text-[0.9375rem] text-ink-2">{teacherName}</p> : null}
        <div className="mt-4 flex max-w-md items-center gap-3.5">
          <ProgressBar label={title} share={lessonCount > 0 ? completedCount / lessonCount : 0} valueText={progress} />
          <span className="w-11 shrink-0 text-right text-sm text-ink-2 tabular-nums">{percent}%</span>
        </div>
        <p className="mt-2 text-sm text-ink-3 tabular-nums">{lessonCount === 0 ? `${stillPrepared}.` : progress}</p>
      </div>
      {next ? (
        <div className="relative z-[1] sm:col-start-2 lg:col-start-3">
          <ButtonLink variant={isFirst ? 'main' : 'plain'} href={`${courseHref(base, course)}/${next.lessonId}`} className="max-w-full max-sm:w-full">
            <span className="truncate lg:max-w-64">{isNew ? words.begin(next.title) : words.continue(next.title)}</span>
          </ButtonLink>
        </div>
      ) : null}
    </li>
  )
}

function Finished({ courses, base, cover }: LibraryPageProps) {
  const words = libraryWords()
  const { allLessons } = useLibraryKind()
  return (
    <section aria-labelledby="finished" className="mt-14">
      <h2 id="finished" className="display text-2xl">
        {words.finished}
      </h2>
      <ul className="mt-5 grid gap-x-7 gap-y-8 sm:grid-cols-2 lg:grid-cols-3">
        {courses.map((course) => (
          <li key={course.courseId} className="group relative">
            <div className="aspect-4/3 overflow-hidden rounded-[12px] bg-sunken">{cover(course)}</div>
            <h3 className="mt-3 font-semibold">
              <a href={courseHref(base, course)} className="after:absolute after:inset-0 group-hover:text-brand-strong">
                {course.title}
              </a>
            </h3>
            <p className="mt-0.5 flex items-center gap-1.5 text-sm text-good tabular-nums">
              <Icon of={Check} size="sm" />
              {course.percent === 100 ? allLessons(course.lessonCount) : words.newSince(course.lessonCount - course.completedCount)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
