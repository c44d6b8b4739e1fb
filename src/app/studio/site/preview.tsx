import { siteWords } from '../../words/site-words.ts'
import type { Route } from './+types/preview.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering } from '../../respond.ts'
import type { RouteHandle } from '../../page-needs.ts'
import { loadStorefront } from '../../tenant/storefront/load-storefront.ts'
import { StorefrontView } from '../../tenant/storefront/storefront-view.tsx'

export const handle: RouteHandle = { isStatic: true }

/** The draft as visitors would see it. Framed by the editor nothing in it can be pressed; opened by itself it can. */
export const loader = answering(async (args: Route.LoaderArgs) => {
  await requireStudio(args.context, args.request, 'school.manage')
  return { front: await loadStorefront(args, { wantsDraft: true }), isFramed: new URL(args.request.url).searchParams.get('framed') === '1' }
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: siteWords().draftTitle(loaderData?.front.meta.siteName ?? 'Site') }, { name: 'robots', content: 'noindex' }]

export default function Preview({ loaderData }: Route.ComponentProps) {
  const { front, isFramed } = loaderData
  return (
    <div inert={isFramed}>
      <StorefrontView {...front} />
    </div>
  )
}
