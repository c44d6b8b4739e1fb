import { StorefrontPage } from '#modules/catalog/ui/storefront-page.tsx'
import type { Route } from './+types/home.ts'
import { requestContext } from './request-context.ts'
import { answering } from './respond.ts'
import type { RouteHandle } from './root.tsx'
import { pageMeta } from './tenant/catalog/page-meta.ts'
import { loadStorefront } from './tenant/load-storefront.ts'

export const handle: RouteHandle = { isStatic: true }

/** One address, two meanings: a school's first page on its own host, the installation's on the base domain. */
export const loader = answering(async (args: Route.LoaderArgs) => {
  const { tenant } = args.context.get(requestContext)
  return { front: tenant ? await loadStorefront(args) : null }
})

export const meta: Route.MetaFunction = ({ loaderData }) => (loaderData?.front ? pageMeta(loaderData.front.meta) : [{ title: 'CourseCove' }])

export default function Home({ loaderData }: Route.ComponentProps) {
  const { front } = loaderData
  if (!front) return <h1>CourseCove</h1>

  const { page, courses, courseCount, teachers, aboutHtml } = front
  return <StorefrontPage {...page} courses={courses} courseCount={courseCount} teachers={teachers} aboutHtml={aboutHtml} />
}
