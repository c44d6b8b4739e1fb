import { Library } from 'lucide-react'
import { cn } from '#ui/class-names.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { CourseCard, CourseFeature } from './course-card.tsx'
import type { CourseCard as Course, SchoolView } from './public-pages.schema.ts'
import { useKindWords } from './words/kind-words.ts'

type ShelfProps = { courses: readonly Course[]; school: SchoolView; base: string; level?: 'h2' | 'h3' }

/** Courses beside each other; one alone gets the width, none says so kindly. */
export function CourseShelf({ courses, school, base, level }: ShelfProps) {
  const kind = useKindWords()
  const [only] = courses
  if (!only) {
    return (
      <EmptyState icon={Library} title={kind.firstCoursePrepared}>
        {kind.noCourseYet(school.name)}
      </EmptyState>
    )
  }
  if (courses.length === 1) return <CourseFeature course={only} school={school} base={base} level={level} />

  return (
    <ul className={cn('grid gap-x-7 gap-y-10 sm:grid-cols-2', courses.length !== 2 && courses.length !== 4 && 'lg:grid-cols-3')}>
      {courses.map((each) => (
        <li key={each.id} className="grid">
          <CourseCard course={each} school={school} base={base} level={level} />
        </li>
      ))}
    </ul>
  )
}
