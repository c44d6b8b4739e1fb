import type { Route } from './+types/home.ts'
import { requestContext } from './request-context.ts'
import { answering } from './respond.ts'
import type { RouteHandle } from './page-needs.ts'
import { InstallationHomePage } from './marketing/installation-home-page.tsx'
import { loadInstallationHome } from './marketing/load-installation-home.ts'
import { pageMeta } from './tenant/catalog/page-meta.ts'
import { takeCouponOfLink } from './tenant/checkout/coupon-cookie.ts'
import { loadStorefront } from './tenant/storefront/load-storefront.ts'
import { StorefrontView } from './tenant/storefront/storefront-view.tsx'
import { arrivalWords } from './words/arrival-words.ts'

export const handle: RouteHandle = { isStatic: true }

/** One address, two meanings: a school's first page on its own host, the installation's on the base domain. */
export const loader = answering(async (args: Route.LoaderArgs) => {
  const { tenant } = args.context.get(requestContext)
  if (tenant) takeCouponOfLink(args.context, args.request)
  return tenant ? { front: await loadStorefront(args), installation: null } : { front: null, installation: await loadInstallationHome(args.context) }
})

const installationMeta = () => [
  { title: arrivalWords().homeTitle },
  { name: 'description', content: arrivalWords().homeSummary },
]

export const meta: Route.MetaFunction = ({ loaderData }) => (loaderData?.front ? pageMeta(loaderData.front.meta) : installationMeta())

export default function Home({ loaderData }: Route.ComponentProps) {
  const { front, installation } = loaderData
  if (!front) return installation ? <InstallationHomePage {...installation} /> : null

  return <StorefrontView {...front} />
}
