import { Waveform } from '#ui/waveform.tsx'
import { factsOf, PriceOrYours } from './course-facts.tsx'
import type { CourseCard as Course, SchoolView } from './public-pages.schema.ts'
import { courseHref } from './school-links.ts'

type TracksProps = { courses: readonly Course[]; school: SchoolView; base: string }

/** Courses as the tracks of a record: a number, a waveform that is always the same for the same course, a price. */
export function CourseTracks({ courses, school, base }: TracksProps) {
  return (
    <ol className="border-y">
      {courses.map((course, index) => (
        <li key={course.id} className="border-b last:border-b-0">
          <article className="group relative grid grid-cols-[2rem_minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2 py-5 hover:bg-sunken lg:grid-cols-[3rem_minmax(0,1.15fr)_minmax(0,1fr)_5.5rem] lg:gap-x-8 lg:py-6">
            <span aria-hidden="true" className="self-start pt-1 text-sm text-ink-3 tabular-nums">
              {String(index + 1).padStart(2, '0')}
            </span>
            <div className="min-w-0 max-lg:col-span-2">
              <h3 className="display text-[1.375rem] leading-[1.12] sm:text-[1.75rem]">
                <a href={courseHref(base, course.slug)} className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-brand-strong group-hover:text-brand-strong">
                  {course.title}
                </a>
              </h3>
              {course.summary ? <p className="mt-1.5 line-clamp-2 max-w-[58ch] text-[0.9375rem] text-ink-2">{course.summary}</p> : null}
            </div>
            <Waveform seed={course.id} bars={72} played={0.18} className="h-12 w-full max-lg:col-start-2 max-lg:col-end-4 lg:h-16" />
            <p className="text-sm text-ink-2 tabular-nums max-lg:col-start-2 lg:hidden">{factsOf(course, school)}</p>
            <p className="text-end">
              <PriceOrYours course={course} locale={school.locale} />
            </p>
            <p className="col-start-2 text-sm text-ink-2 tabular-nums max-lg:hidden">{factsOf(course, school)}</p>
          </article>
        </li>
      ))}
    </ol>
  )
}
