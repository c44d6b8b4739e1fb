import { route, type RouteConfigEntry } from '@react-router/dev/routes'

const at = 'settings/api'

/** @param id makes an id that is unique for the place where the pages are mounted */
export function apiRoutes(id: (name: string) => string): RouteConfigEntry[] {
  return [
    route(at, 'studio/api/keys.tsx', { id: id('studio/api') }),
    route(`${at}/new`, 'studio/api/new-key.tsx', { id: id('studio/api/new') }),
    route(`${at}/reference`, 'studio/api/reference.tsx', { id: id('studio/api/reference') }),
    route(`${at}/:keyId`, 'studio/api/key.tsx', { id: id('studio/api/key') }),
  ]
}
