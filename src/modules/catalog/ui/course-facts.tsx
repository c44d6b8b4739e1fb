import { Chip } from '#ui/chip.tsx'
import { cn } from '#ui/class-names.ts'
import { PriceTag } from './price-tag.tsx'
import type { CourseCard as Course, SchoolView } from './public-pages.schema.ts'
import { kindWordsOf, useKindWords } from './words/kind-words.ts'

/** How many lessons and who teaches, in the school's words. */
export function factsOf(course: Course, school: SchoolView): string {
  return [course.lessonCount > 0 ? kindWordsOf(school.preset).lessonCount(course.lessonCount) : '', course.teacherName ?? ''].filter(Boolean).join(' · ')
}

/** What it costs, or that the viewer has it. */
export function PriceOrYours({ course, locale, className }: { course: Course; locale: string; className?: string }) {
  const { yours } = useKindWords()
  return course.enrolled ? <Chip tone="good">{yours}</Chip> : <PriceTag price={course.price} locale={locale} className={cn('shrink-0 text-[0.9375rem]', className)} />
}
