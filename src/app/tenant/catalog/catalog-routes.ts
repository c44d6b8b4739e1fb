import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** @param id makes an id that is unique for the place where the pages are mounted */
export function catalogRoutes(id: (name: string) => string): RouteConfigEntry[] {
  return [
    route('courses', 'tenant/catalog/course-list.tsx', { id: id('courses') }),
    route('courses/:courseSlug', 'tenant/catalog/course.tsx', { id: id('course') }),
    route('courses/:courseSlug/preview/:lessonId', 'tenant/catalog/preview-lesson.tsx', { id: id('preview-lesson') }),
  ]
}
