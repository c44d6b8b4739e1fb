import type { Route } from './+types/checkout.ts'
import { checkoutWords } from '#modules/catalog/ui/words/checkout-words.ts'
import type { RouteHandle } from '../../page-needs.ts'
import { CheckoutView } from './checkout-view.tsx'
import { actOnCheckout, loadCheckout } from './checkout-visit.ts'

export const handle: RouteHandle = { isStatic: true, keepsSession: true }

export const loader = (args: Route.LoaderArgs) => loadCheckout(args)

export const action = (args: Route.ActionArgs) => actOnCheckout(args)

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? checkoutWords().checkout }, { name: 'robots', content: 'noindex' }]

export default function Checkout({ loaderData, actionData }: Route.ComponentProps) {
  return <CheckoutView loaderData={loaderData} actionData={actionData} />
}
