import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** @param id makes an id that is unique for the place where the pages are mounted */
export function storefrontRoutes(id: (name: string) => string): RouteConfigEntry[] {
  return [
    route('contact', 'tenant/storefront/contact.tsx', { id: id('contact') }),
    route('sitemap.xml', 'tenant/search/sitemap.ts', { id: id('sitemap') }),
    route('social.png', 'tenant/search/school-picture.ts', { id: id('school-picture') }),
    route('courses/:courseSlug/social.png', 'tenant/search/course-picture.ts', { id: id('course-picture') }),
  ]
}
