import type { Price } from '#modules/catalog/ui/public-pages.schema.ts'

/** Facts of a page in the words of schema.org. */
export type StructuredData = Record<string, unknown>

interface SchoolFacts {
  name: string
  url: string
  description: string | null
  logoUrl: string | null
}

/** What a school is. @see https://schema.org/EducationalOrganization */
export function schoolData({ name, url, description, logoUrl }: SchoolFacts): StructuredData {
  return { '@context': 'https://schema.org', '@type': 'EducationalOrganization', name, url, ...(description ? { description } : {}), ...(logoUrl ? { logo: logoUrl } : {}) }
}

interface CourseFacts {
  title: string
  summary: string | null
  url: string
  imageUrl: string
  teacherName: string | null
  price: Price
  school: { name: string; url: string }
}

/** What a course is, who gives it, and what it costs. @see https://schema.org/Course */
export function courseData({ title, summary, url, imageUrl, teacherName, price, school }: CourseFacts): StructuredData {
  return {
    '@context': 'https://schema.org',
    '@type': 'Course',
    name: title,
    url,
    image: imageUrl,
    description: summary ?? title,
    provider: { '@type': 'EducationalOrganization', name: school.name, url: school.url },
    hasCourseInstance: { '@type': 'CourseInstance', courseMode: 'online', ...(teacherName ? { instructor: { '@type': 'Person', name: teacherName } } : {}) },
    ...(price.kind === 'none' ? {} : { offers: { '@type': 'Offer', category: price.kind === 'free' ? 'Free' : 'Paid', price: price.kind === 'free' ? '0' : (price.cents / 100).toFixed(2), ...(price.kind === 'paid' ? { priceCurrency: price.currency } : {}), url } }),
  }
}
