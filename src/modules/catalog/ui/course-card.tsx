import { cn } from '#ui/class-names.ts'
import { Cover } from './cover.tsx'
import { factsOf, PriceOrYours } from './course-facts.tsx'
import type { CourseCard as Course, SchoolView } from './public-pages.schema.ts'
import { courseHref } from './school-links.ts'

type CardProps = { course: Course; school: SchoolView; base: string; /** One below the heading that stands above the shelf. */ level?: 'h2' | 'h3' }

/** One course on a shelf. The title is the link and its area covers the card. */
export function CourseCard({ course, school, base, level: Heading = 'h3' }: CardProps) {
  return (
    <article className="group relative flex flex-col">
      <CoursePicture course={course} school={school} className="aspect-4/3" />
      <Heading className="mt-3.5 text-[1.125rem] font-semibold leading-snug tracking-[-0.01em]">
        <a href={courseHref(base, course.slug)} className="after:absolute after:-inset-2 after:rounded-lg focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-brand-strong group-hover:text-brand-strong">
          {course.title}
        </a>
      </Heading>
      {course.summary ? <p className="mt-1 line-clamp-3 text-[0.9375rem] text-ink-2">{course.summary}</p> : null}
      <CardFoot course={course} school={school} />
    </article>
  )
}

/** The only course of a school: it has the width to itself. */
export function CourseFeature({ course, school, base, level: Heading = 'h3' }: CardProps) {
  return (
    <article className="group relative grid items-center gap-x-14 gap-y-6 md:grid-cols-2">
      <CoursePicture course={course} school={school} className="aspect-4/3" />
      <div>
        <Heading className="display text-2xl">
          <a href={courseHref(base, course.slug)} className="after:absolute after:-inset-2 after:rounded-lg focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-brand-strong group-hover:text-brand-strong">
            {course.title}
          </a>
        </Heading>
        {course.summary ? <p className="mt-3 max-w-[44ch] text-[1.0625rem] text-ink-2">{course.summary}</p> : null}
        <CardFoot course={course} school={school} className="mt-5 max-w-sm border-t pt-4" />
      </div>
    </article>
  )
}

function CardFoot({ course, school, className }: { course: Course; school: SchoolView; className?: string }) {
  return (
    <div className={cn('mt-auto flex items-center justify-between gap-4 pt-2.5 text-sm', className)}>
      <span className="min-w-0 truncate text-ink-2 tabular-nums">{factsOf(course, school)}</span>
      <PriceOrYours course={course} locale={school.locale} />
    </div>
  )
}

type PictureProps = { course: Pick<Course, 'id' | 'subject' | 'coverUrl'>; school: SchoolView; className?: string }

/** The school's own picture of the course, or the drawn one. */
export function CoursePicture({ course, school, className }: PictureProps) {
  return (
    <div className={cn('overflow-hidden rounded-(--corner-picture) bg-sunken', className)}>
      {course.coverUrl ? (
        <img src={course.coverUrl} alt="" loading="lazy" className="size-full object-cover" />
      ) : (
        <Cover courseId={course.id} subject={course.subject} brand={school.brand} />
      )}
    </div>
  )
}
