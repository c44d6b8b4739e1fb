import { Pagination } from '#ui/pagination.tsx'
import { Tabs, type Tab } from '#ui/tabs.tsx'
import { CourseShelf } from './course-shelf.tsx'
import type { CourseCard, SchoolPage } from './public-pages.schema.ts'
import { SchoolFrame } from './school-frame.tsx'
import { useKindWords } from './words/kind-words.ts'
import { schoolWords } from './words/school-words.ts'

type CourseListPageProps = SchoolPage & {
  courses: readonly CourseCard[]
  courseCount?: number
  /** Ways to see one subject only, as links; shown when there are at least two. */
  subjects?: readonly Tab[]
  previousHref?: string | null
  nextHref?: string | null
}

/** Every course that a school has published. */
export function CourseListPage({ courses, courseCount = courses.length, subjects = [], previousHref, nextHref, ...page }: CourseListPageProps) {
  const { school, base } = page
  const words = schoolWords()
  const kind = useKindWords()

  return (
    <SchoolFrame {...page} current="courses">
      <div className="wrap pb-20 pt-6 sm:pt-10">
        <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2">
          <h1 className="display text-[2.25rem] leading-tight sm:text-3xl">{kind.courses}</h1>
          {courseCount > 0 ? <p className="text-sm text-ink-3 tabular-nums">{kind.courseCount(courseCount)}</p> : null}
        </div>
        {subjects.length > 1 ? <Tabs label={words.subjects} tabs={subjects} className="mt-5" /> : null}
        <div className="mt-9">
          <CourseShelf courses={courses} school={school} base={base} level="h2" />
        </div>
        <Pagination label={kind.courses} newerHref={previousHref} olderHref={nextHref} newer={words.previous} older={words.next} className="mt-8 border-t" />
      </div>
    </SchoolFrame>
  )
}
