import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** @param id makes an id that is unique for the place where the pages are mounted */
export function coursesRoutes(id: (name: string) => string): RouteConfigEntry[] {
  return [
    route('courses', 'studio/courses/studio-courses.tsx', { id: id('studio/courses') }),
    route('courses/:courseId', 'studio/courses/course-builder.tsx', { id: id('studio/course') }),
    route('courses/:courseId/settings', 'studio/courses/course-settings.tsx', { id: id('studio/course-settings') }),
    route('courses/:courseId/lessons/:lessonId', 'studio/courses/lesson-editor.tsx', { id: id('studio/lesson') }),
  ]
}
