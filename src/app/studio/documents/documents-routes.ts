import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** @param id makes an id that is unique for the place where the pages are mounted */
export function documentsRoutes(id: (name: string) => string): RouteConfigEntry[] {
  return [
    route('settings/documents', 'studio/documents/documents.tsx', { id: id('studio/documents') }),
    route('settings/documents/new', 'studio/documents/new-document.tsx', { id: id('studio/documents/new') }),
    route('settings/documents/:documentId', 'studio/documents/document.tsx', { id: id('studio/documents/document') }),
  ]
}
