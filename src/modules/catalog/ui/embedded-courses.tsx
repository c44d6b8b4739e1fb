import { faceOf } from '#modules/tenancy/presets/presets.schema.ts'
import { brandStyle } from '#ui/brand/brand-style.ts'
import { BrandStyle } from '#ui/brand/brand-style-element.tsx'
import { CoursePicture } from './course-card.tsx'
import { factsOf } from './course-facts.tsx'
import { PriceTag } from './price-tag.tsx'
import type { CourseCard, SchoolView } from './public-pages.schema.ts'
import { useKindWords } from './words/kind-words.ts'

interface EmbeddedProps {
  school: SchoolView
  /** The address by which the school is found: all that can be pressed here leads there, in a window of its own. */
  home: string
  courses: readonly CourseCard[]
  nonce: string
}

/** Courses as another site shows them in a frame. Nothing is done inside of it: who wants a course goes to the school. */
export function EmbeddedCourses({ school, home, courses, nonce }: EmbeddedProps) {
  const kind = useKindWords()
  return (
    <div data-tenant={school.slug}>
      <BrandStyle css={brandStyle(school.brand, school.typePair, faceOf(school.preset))} nonce={nonce} />
      <main className="grid gap-5 p-4 sm:p-5">
        <h1 className="sr-only">{school.name}</h1>
        {courses.length === 0 ? <p className="py-8 text-center text-ink-2">{kind.noCourseYet(school.name)}</p> : null}
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,240px),1fr))] gap-x-6 gap-y-7">
          {courses.map((course) => (
            <li key={course.id} className={courses.length === 1 ? 'max-w-[420px]' : undefined}>
              <Course course={course} school={school} home={home} />
            </li>
          ))}
        </ul>
        <p className="flex items-baseline justify-between gap-4 border-t pt-3 text-sm">
          <span className="min-w-0 truncate font-medium">{school.name}</span>
          <a href={`${home}/courses`} target="_blank" rel="noopener" className="link shrink-0">
            {kind.courses}
          </a>
        </p>
      </main>
    </div>
  )
}

function Course({ course, school, home }: { course: CourseCard; school: SchoolView; home: string }) {
  return (
    <article className="group relative">
      <CoursePicture course={course} school={school} className="aspect-16/10" />
      <h2 className="mt-3 text-[1.0625rem] font-semibold leading-snug">
        <a href={`${home}/courses/${encodeURIComponent(course.slug)}`} target="_blank" rel="noopener" className="after:absolute after:-inset-1 after:rounded-lg focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-brand-strong group-hover:text-brand-strong">
          {course.title}
        </a>
      </h2>
      <p className="mt-1.5 flex items-baseline justify-between gap-4 text-sm text-ink-2">
        <span className="min-w-0 truncate tabular-nums">{factsOf(course, school)}</span>
        <PriceTag price={course.price} locale={school.locale} className="shrink-0 text-ink" />
      </p>
    </article>
  )
}
