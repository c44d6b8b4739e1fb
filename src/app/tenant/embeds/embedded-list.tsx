import { listCourses } from '#modules/catalog/index.ts'
import { EmbeddedCourses } from '#modules/catalog/ui/embedded-courses.tsx'
import type { Route } from './+types/embedded-list.ts'
import { answering } from '../../respond.ts'
import type { RouteHandle } from '../../page-needs.ts'
import { courseCard } from '../catalog/course-views.ts'
import { embed } from './embed.ts'

export const handle: RouteHandle = { isStatic: true }

const most = { usual: 6, ever: 24 }

/** The school's courses for a frame: the first six, or as many as the address says, of one subject if it names one. */
export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const asked = new URL(request.url).searchParams
  return embed(context, async (ctx, place) => {
    const { courses } = await listCourses(ctx, { subject: asked.get('subject') })
    return courses.slice(0, countOf(asked.get('most'))).map((course) => courseCard(place, course))
  })
})

function countOf(asked: string | null): number {
  const count = Number(asked)
  return Number.isInteger(count) && count >= 1 ? Math.min(count, most.ever) : most.usual
}

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.school.name ?? '' }, { name: 'robots', content: 'noindex' }]

export default function EmbeddedList({ loaderData }: Route.ComponentProps) {
  return <EmbeddedCourses {...loaderData} />
}
