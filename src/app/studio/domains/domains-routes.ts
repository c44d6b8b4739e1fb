import { route, type RouteConfigEntry } from '@react-router/dev/routes'

const at = 'settings/domains'

/** @param id makes an id that is unique for the place where the pages are mounted */
export function domainsRoutes(id: (name: string) => string): RouteConfigEntry[] {
  return [
    route(at, 'studio/domains/domains.tsx', { id: id('studio/domains') }),
    route(`${at}/new`, 'studio/domains/new-domain.tsx', { id: id('studio/domains/new') }),
    route(`${at}/:domainId`, 'studio/domains/domain.tsx', { id: id('studio/domains/domain') }),
  ]
}
