import { index, route, type RouteConfigEntry } from '@react-router/dev/routes'

/** @param id makes an id that is unique for the place where the pages are mounted */
export function dashboardRoutes(id: (name: string) => string): RouteConfigEntry[] {
  return [
    index('studio/dashboard/dashboard.tsx', { id: id('studio/dashboard') }),
    route('courses/:courseId/students', 'studio/dashboard/students.tsx', { id: id('studio/students') }),
  ]
}
