import type { CoursePage, ListedCourse } from '#modules/catalog/index.ts'
import type { CourseCard, CourseDetail, Price, SectionView } from '#modules/catalog/ui/public-pages.schema.ts'
import type { Offer } from '#modules/commerce/index.ts'
import { signFileLink, type LinkConfig } from '#modules/files/index.ts'

// Longer than any page is kept open or cached.
const coverLinkSeconds = 24 * 3600

/** Where links are made for. */
export interface ViewPlace {
  config: LinkConfig
  organizationId: string
  base: string
}

/** A course as cards show it. */
export function courseCard(place: ViewPlace, course: ListedCourse): CourseCard {
  return { ...cardFacts(place, course), price: priceOf(course.offer), enrolled: course.isEnrolled }
}

/** A course as its page shows it. */
export function courseDetail(place: ViewPlace, page: CoursePage): CourseDetail {
  const { course } = page
  return {
    ...cardFacts(place, course),
    price: priceOf(page.offer),
    enrolled: page.isEnrolled,
    descriptionHtml: course.descriptionHtml || null,
    outcomes: course.outcomes,
    sections: page.sections.map((section): SectionView => ({
      id: section.id,
      title: section.title,
      lessons: section.lessons.map((lesson) => ({ ...lesson, href: lessonHref(place, page, lesson) })),
    })),
    refundDays: null,
    durationSeconds: page.durationSeconds || null,
  }
}

/** Those who have the course go to the lesson itself, everybody else to previews. */
function lessonHref(place: ViewPlace, page: CoursePage, lesson: { id: string; isPreview: boolean }): string | null {
  const slug = encodeURIComponent(page.course.slug)
  if (page.isEnrolled) return `${place.base}/learn/${slug}/${lesson.id}`
  return lesson.isPreview ? `${place.base}/courses/${slug}/preview/${lesson.id}${page.isDraft ? '?preview=1' : ''}` : null
}

function cardFacts(place: ViewPlace, course: ListedCourse | CoursePage['course']): Omit<CourseCard, 'price'> {
  const { cover } = course
  const coverUrl = cover
    ? signFileLink({ config: place.config, organizationId: place.organizationId, fileId: cover.fileId, storageKey: cover.storageKey, expiresInSeconds: coverLinkSeconds })
    : null
  return {
    id: course.id,
    slug: course.slug,
    title: course.title,
    summary: course.summary || null,
    subject: course.subject || null,
    teacherName: course.teacherName,
    lessonCount: course.lessonCount,
    level: course.level || null,
    coverUrl,
  }
}

function priceOf(offer: Offer | null): Price {
  if (!offer) return { kind: 'none' }
  return offer.priceCents === 0 ? { kind: 'free' } : { kind: 'paid', cents: offer.priceCents, currency: offer.currency.toUpperCase() }
}
