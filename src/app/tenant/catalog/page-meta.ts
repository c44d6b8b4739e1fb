import type { MetaDescriptor } from 'react-router'
import type { StructuredData } from '../search/structured-data.ts'

/** What search engines and messengers show of a public page. */
export interface PageMeta {
  title: string
  description: string | null
  url: string
  siteName: string
  imageUrl?: string | null
  isHidden?: boolean
  /** Facts in the words of schema.org. */
  facts?: StructuredData
}

/** Title, description and preview of a public page; none of it where the page could not be made. */
export function pageMeta(page: PageMeta | undefined): MetaDescriptor[] {
  if (!page) return [{ title: 'Not found' }]
  return [
    { title: page.title },
    ...(page.description ? [{ name: 'description', content: page.description }, { property: 'og:description', content: page.description }] : []),
    ...(page.isHidden ? [{ name: 'robots', content: 'noindex' }] : []),
    ...(page.imageUrl
      ? [
          { property: 'og:image', content: page.imageUrl },
          { property: 'og:image:width', content: '1200' },
          { property: 'og:image:height', content: '630' },
          { name: 'twitter:card', content: 'summary_large_image' },
        ]
      : []),
    ...(page.facts ? [{ 'script:ld+json': page.facts as Record<string, string> }] : []),
    { property: 'og:title', content: page.title },
    { property: 'og:site_name', content: page.siteName },
    { property: 'og:type', content: 'website' },
    { property: 'og:url', content: page.url },
    { tagName: 'link', rel: 'canonical', href: page.url },
  ]
}
