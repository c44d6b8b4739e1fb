import { SchoolFrame } from '#modules/catalog/ui/school-frame.tsx'
import { AccessEnded } from '#modules/learning/ui/access-ended.tsx'
import type { EndedView } from './ended-view.ts'

/** The school's page for those whose access has ended. */
export function EndedPage({ page, course, contactEmail }: EndedView) {
  return (
    <SchoolFrame {...page}>
      <AccessEnded
        courseTitle={course.title}
        schoolName={page.school.name}
        courseHref={`${page.base}/courses/${encodeURIComponent(course.slug)}`}
        libraryHref={`${page.base}/learn`}
        contactEmail={contactEmail}
      />
    </SchoolFrame>
  )
}
