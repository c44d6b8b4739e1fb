import type { CourseBuilder } from '#modules/catalog/index.ts'
import type { CourseState } from '#modules/catalog/ui/builder/builder.schema.ts'

/** What the head and the side of a course's pages show. */
export function courseState(builder: CourseBuilder, base: string): CourseState {
  const { course, use } = builder
  const lessons = builder.sections.flatMap((section) => section.lessons)
  return {
    id: course.id,
    slug: course.slug,
    title: course.title,
    status: course.status,
    price: builder.price,
    lessonCount: lessons.length,
    readyLessonCount: lessons.filter((lesson) => lesson.hasContent).length,
    studentCount: use.students,
    isUsed: use.enrolments > 0 || use.orders > 0,
    maySetPrice: builder.maySetPrice,
    payoutsHref: builder.maySetUpPayouts ? `${base}/studio/payouts` : null,
    isPayable: builder.isPayable,
  }
}
