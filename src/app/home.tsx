import type { Route } from './+types/home.ts'
import { requestContext, type RequestContext } from './request-context.ts'
import type { RouteHandle } from './root.tsx'

export const handle: RouteHandle = { isStatic: true }

export function loader({ context }: Route.LoaderArgs) {
  const { tenant }: RequestContext = context.get(requestContext)
  return { name: tenant?.name ?? 'CourseCove' }
}

export default function Home({ loaderData }: Route.ComponentProps) {
  return <h1>{loaderData.name}</h1>
}
