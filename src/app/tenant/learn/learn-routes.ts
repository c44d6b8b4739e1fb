import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** @param id makes an id that is unique for the place where the pages are mounted */
export function learnRoutes(id: (name: string) => string): RouteConfigEntry[] {
  return [
    route('learn', 'tenant/learn/library.tsx', { id: id('learn') }),
    route('learn/data', 'tenant/learn/own-data.tsx', { id: id('learn/data') }),
    route('learn/:courseSlug', 'tenant/learn/way-in.tsx', { id: id('learn/course') }),
    route('learn/:courseSlug/:lessonId', 'tenant/learn/lesson.tsx', { id: id('learn/lesson') }),
    route('learn/:courseSlug/:lessonId/recording', 'tenant/learn/recording.ts', { id: id('learn/recording') }),
    route('learn/:courseSlug/:lessonId/watching', 'tenant/learn/watching.ts', { id: id('learn/watching') }),
  ]
}
