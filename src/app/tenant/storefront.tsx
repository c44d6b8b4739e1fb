import type { Route } from './+types/storefront.ts'
import { requestContext } from '../request-context.ts'
import type { RouteHandle } from '../root.tsx'

export const handle: RouteHandle = { isStatic: true }

export function loader({ context }: Route.LoaderArgs) {
  return { name: context.get(requestContext).tenant?.name ?? '' }
}

export default function Storefront({ loaderData }: Route.ComponentProps) {
  return <h1>{loaderData.name}</h1>
}
