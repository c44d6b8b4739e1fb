import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/**
 * What other sites show of a school in a frame.
 *
 * @param id makes an id that is unique for the place where the pages are mounted
 */
export function embedRoutes(id: (name: string) => string): RouteConfigEntry[] {
  return [
    route('embed/courses', 'tenant/embeds/embedded-list.tsx', { id: id('embedded-list') }),
    route('embed/courses/:courseSlug', 'tenant/embeds/embedded-course.tsx', { id: id('embedded-course') }),
  ]
}
