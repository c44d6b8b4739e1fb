import { readCoursePage } from '#modules/catalog/index.ts'
import { EmbeddedCourses } from '#modules/catalog/ui/embedded-courses.tsx'
import type { Route } from './+types/embedded-course.ts'
import { answering } from '../../respond.ts'
import type { RouteHandle } from '../../page-needs.ts'
import { courseCard } from '../catalog/course-views.ts'
import { embed } from './embed.ts'

export const handle: RouteHandle = { isStatic: true }

/** One course for a frame. */
export const loader = answering(({ context, params }: Route.LoaderArgs) =>
  embed(context, async (ctx, place) => {
    const { course, offer } = await readCoursePage(ctx, { slug: params.courseSlug })
    return [courseCard(place, { ...course, offer, isEnrolled: false })]
  }))

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.courses[0]?.title ?? '' }, { name: 'robots', content: 'noindex' }]

export default function EmbeddedCourse({ loaderData }: Route.ComponentProps) {
  return <EmbeddedCourses {...loaderData} />
}
