import type { MetaDescriptor } from 'react-router'
import { languageParameter } from '#platform/i18n/choose-locale.ts'
import type { Language } from '#platform/i18n/languages.ts'
import { errorWords } from '../../words/error-words.ts'
import type { StructuredData } from '../search/structured-data.ts'

/** The languages of a public page. */
export interface Tongues {
  offered: readonly Language[]
  current: Language
}

/** What search engines and messengers show of a public page. */
export interface PageMeta {
  title: string
  description: string | null
  url: string
  siteName: string
  imageUrl?: string | null
  isHidden?: boolean
  /** In which languages it can be read, the school's own first, and in which it is. */
  tongues?: Tongues
  /** Facts in the words of schema.org. */
  facts?: StructuredData
}

/** Title, description and preview of a public page; none of it where the page could not be made. */
export function pageMeta(page: PageMeta | undefined): MetaDescriptor[] {
  if (!page) return [{ title: errorWords().notFoundTitle }]
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
    { property: 'og:url', content: addressIn(page, page.tongues?.current) },
    { tagName: 'link', rel: 'canonical', href: addressIn(page, page.tongues?.current) },
    ...alternatesOf(page),
  ]
}

/** An address in one of the languages; in the school's own it is the plain one. */
export function inTongue(address: string, { offered, current }: Tongues): string {
  return current === offered[0] ? address : `${address}${address.includes('?') ? '&' : '?'}${languageParameter}=${current}`
}

function addressIn({ url, tongues }: PageMeta, language: Language | undefined): string {
  return tongues && language ? inTongue(url, { ...tongues, current: language }) : url
}

/** @see https://developers.google.com/search/docs/specialty/international/localized-versions */
function alternatesOf(page: PageMeta): MetaDescriptor[] {
  const offered = page.tongues?.offered ?? []
  if (offered.length < 2) return []
  const link = (hrefLang: string, href: string) => ({ tagName: 'link', rel: 'alternate', hrefLang, href })
  return [...offered.map((language) => link(language, addressIn(page, language))), link('x-default', page.url)]
}
