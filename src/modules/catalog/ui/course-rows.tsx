import { CoursePicture } from './course-card.tsx'
import { factsOf, PriceOrYours } from './course-facts.tsx'
import type { CourseCard as Course, SchoolView } from './public-pages.schema.ts'
import { courseHref } from './school-links.ts'

type RowsProps = { courses: readonly Course[]; school: SchoolView; base: string }

const wholeRow = 'after:absolute after:-inset-x-2 after:inset-y-0 after:rounded-lg focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-brand-strong group-hover:text-brand-strong'

/** Courses under each other like the lines of a programme: what it is, who teaches it, what it costs. */
export function CourseRows({ courses, school, base }: RowsProps) {
  return (
    <ul className="divide-y border-y">
      {courses.map((course) => (
        <li key={course.id}>
          <article className="group relative grid grid-cols-[72px_minmax(0,1fr)] items-center gap-x-5 gap-y-1 py-5 sm:grid-cols-[104px_minmax(0,1.5fr)_minmax(0,1fr)_auto] sm:gap-x-8">
            <CoursePicture course={course} school={school} className="aspect-square rounded-md max-sm:row-span-3 max-sm:self-start" />
            <div>
              <h3 className="display text-[1.375rem] leading-[1.2] sm:text-[1.625rem]">
                <a href={courseHref(base, course.slug)} className={wholeRow}>
                  {course.title}
                </a>
              </h3>
              {course.summary ? <p className="mt-1 line-clamp-2 max-w-[52ch] text-[0.9375rem] text-ink-2">{course.summary}</p> : null}
            </div>
            <p className="text-sm text-ink-2 tabular-nums">{factsOf(course, school)}</p>
            <p className="sm:text-end">
              <PriceOrYours course={course} locale={school.locale} />
            </p>
          </article>
        </li>
      ))}
    </ul>
  )
}

/** The first course has the width, the others stand beside it in short. */
export function CourseLead({ courses, school, base }: RowsProps) {
  const [first, ...others] = courses
  if (!first) return null

  return (
    <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[1.35fr_1fr]">
      <article className="group relative">
        <CoursePicture course={first} school={school} className="aspect-[16/10]" />
        <div className="mt-5 flex items-baseline justify-between gap-6">
          <h3 className="display text-[1.75rem] leading-[1.12] sm:text-2xl">
            <a href={courseHref(base, first.slug)} className={wholeRow}>
              {first.title}
            </a>
          </h3>
          <PriceOrYours course={first} locale={school.locale} />
        </div>
        {first.summary ? <p className="mt-2 max-w-[52ch] text-[1.0625rem] text-ink-2">{first.summary}</p> : null}
        <p className="mt-2 text-sm text-ink-2 tabular-nums">{factsOf(first, school)}</p>
      </article>
      {others.length > 0 ? (
        <ul className="divide-y border-y lg:self-start">
          {others.map((course) => (
            <li key={course.id}>
              <article className="group relative grid grid-cols-[84px_minmax(0,1fr)] items-center gap-5 py-4">
                <CoursePicture course={course} school={school} className="aspect-[4/3] rounded-md" />
                <div className="min-w-0">
                  <h3 className="font-semibold leading-snug">
                    <a href={courseHref(base, course.slug)} className={wholeRow}>
                      {course.title}
                    </a>
                  </h3>
                  <p className="mt-1 flex items-center justify-between gap-4 text-sm text-ink-2 tabular-nums">
                    <span className="min-w-0 truncate">{factsOf(course, school)}</span>
                    <PriceOrYours course={course} locale={school.locale} />
                  </p>
                </div>
              </article>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
