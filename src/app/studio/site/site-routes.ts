import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** @param id makes an id that is unique for the place where the pages are mounted */
export function siteRoutes(id: (name: string) => string): RouteConfigEntry[] {
  return [
    route('site', 'studio/site/site.tsx', { id: id('studio/site') }),
    route('site/search', 'studio/site/search.tsx', { id: id('studio/site-search') }),
    route('site/brand', 'studio/site/brand.tsx', { id: id('studio/site-brand') }),
    route('site/elsewhere', 'studio/site/elsewhere.tsx', { id: id('studio/site-elsewhere') }),
    route('site/blocks/:blockId', 'studio/site/block.tsx', { id: id('studio/site-block') }),
  ]
}

/** The draft as visitors would see it: outside of the studio's frame. */
export function previewRoutes(id: (name: string) => string): RouteConfigEntry[] {
  return [route('studio/site/preview', 'studio/site/preview.tsx', { id: id('studio/site-preview') })]
}
