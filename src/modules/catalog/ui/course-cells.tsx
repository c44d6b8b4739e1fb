import { CoursePicture } from './course-card.tsx'
import { factsOf, PriceOrYours } from './course-facts.tsx'
import type { CourseCard as Course, SchoolView } from './public-pages.schema.ts'
import { courseHref } from './school-links.ts'

type CellsProps = { courses: readonly Course[]; school: SchoolView; base: string }

/** Courses in ruled squares that share their lines: the subject first, then what it is. */
export function CourseCells({ courses, school, base }: CellsProps) {
  return (
    <ul className="grid border-l border-t border-edge sm:grid-cols-2 lg:grid-cols-3">
      {courses.map((course) => (
        <li key={course.id} className="border-b border-r border-edge">
          <article className="group relative flex h-full flex-col p-5 sm:p-6">
            <div className="flex items-start justify-between gap-4">
              <p className="text-sm font-medium text-brand-strong first-letter:uppercase">{course.subject ?? course.level ?? ''}</p>
              <CoursePicture course={course} school={school} className="size-16 shrink-0 sm:size-20" />
            </div>
            <h3 className="display mt-3 text-[1.375rem] leading-[1.15]">
              <a href={courseHref(base, course.slug)} className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-4 focus-visible:after:outline-brand-strong group-hover:text-brand-strong">
                {course.title}
              </a>
            </h3>
            {course.summary ? <p className="mt-2 line-clamp-3 text-[0.9375rem] text-ink-2">{course.summary}</p> : null}
            <p className="mt-auto flex items-baseline justify-between gap-4 pt-5 text-sm text-ink-2 tabular-nums">
              <span className="min-w-0 truncate">{factsOf(course, school)}</span>
              <PriceOrYours course={course} locale={school.locale} />
            </p>
          </article>
        </li>
      ))}
    </ul>
  )
}
