import type { Route } from './+types/storefront.ts'
import { answering } from '../../respond.ts'
import type { RouteHandle } from '../../page-needs.ts'
import { pageMeta } from '../catalog/page-meta.ts'
import { loadStorefront } from './load-storefront.ts'
import { StorefrontView } from './storefront-view.tsx'

export const handle: RouteHandle = { isStatic: true }

export const loader = answering((args: Route.LoaderArgs) => loadStorefront(args))

export const meta: Route.MetaFunction = ({ loaderData }) => pageMeta(loaderData?.meta)

export default function Storefront({ loaderData }: Route.ComponentProps) {
  return <StorefrontView {...loaderData} />
}
