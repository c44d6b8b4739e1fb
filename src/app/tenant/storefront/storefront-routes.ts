import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** @param id makes an id that is unique for the place where the pages are mounted */
export function storefrontRoutes(id: (name: string) => string): RouteConfigEntry[] {
  return [
    route('contact', 'tenant/storefront/contact.tsx', { id: id('contact') }),
  ]
}
