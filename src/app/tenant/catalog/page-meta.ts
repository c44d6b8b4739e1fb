import type { MetaDescriptor } from 'react-router'

/** What search engines and messengers show of a public page. */
export interface PageMeta {
  title: string
  description: string | null
  url: string
  siteName: string
  imageUrl?: string | null
  isHidden?: boolean
}

/** Title, description and preview of a public page; none of it where the page could not be made. */
export function pageMeta(page: PageMeta | undefined): MetaDescriptor[] {
  if (!page) return [{ title: 'Not found' }]
  return [
    { title: page.title },
    ...(page.description ? [{ name: 'description', content: page.description }, { property: 'og:description', content: page.description }] : []),
    ...(page.isHidden ? [{ name: 'robots', content: 'noindex' }] : []),
    ...(page.imageUrl ? [{ property: 'og:image', content: page.imageUrl }] : []),
    { property: 'og:title', content: page.title },
    { property: 'og:site_name', content: page.siteName },
    { property: 'og:type', content: 'website' },
    { property: 'og:url', content: page.url },
    { tagName: 'link', rel: 'canonical', href: page.url },
  ]
}
