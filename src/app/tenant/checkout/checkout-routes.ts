import type { RouteConfigEntry } from '@react-router/dev/routes'

/** @param id makes an id that is unique for the place where the pages are mounted */
export function checkoutRoutes(id: (name: string) => string): RouteConfigEntry[] {
  void id
  return []
}
