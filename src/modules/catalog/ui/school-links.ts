import type { SchoolLinks, SchoolPage } from './public-pages.schema.ts'

/** The addresses of a school's pages under its base, with those replaced that live elsewhere. */
export function schoolLinks({ base, links }: Pick<SchoolPage, 'base' | 'links'>): SchoolLinks {
  return {
    home: base || '/',
    courses: `${base}/courses`,
    products: `${base}/products`,
    signIn: `${base}/sign-in`,
    signUp: `${base}/sign-up`,
    library: `${base}/learn`,
    studio: `${base}/studio`,
    account: '/account',
    signOut: `${base}/sign-out`,
    ...links,
  }
}

/** The address of one course. */
export function courseHref(base: string, slug: string): string {
  return `${base}/courses/${encodeURIComponent(slug)}`
}

/** The address of one product. */
export function productHref(base: string, slug: string): string {
  return `${base}/products/${encodeURIComponent(slug)}`
}
