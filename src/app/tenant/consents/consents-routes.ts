import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** @param id makes an id that is unique for the place where the pages are mounted */
export function consentsRoutes(id: (name: string) => string): RouteConfigEntry[] {
  return [
    route('agree', 'tenant/consents/agree.tsx', { id: id('agree') }),
    route('documents/:documentId', 'tenant/consents/document.tsx', { id: id('documents/document') }),
  ]
}
