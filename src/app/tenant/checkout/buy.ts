import { redirect } from 'react-router'
import type { Route } from './+types/buy.ts'
import { requestContext } from '../../request-context.ts'

/** The buy button leads to the checkout, whichever way it is pressed. */
export function loader({ context, params }: Route.LoaderArgs) {
  const { base } = context.get(requestContext)
  throw redirect(`${base}/courses/${encodeURIComponent(params.courseSlug)}/checkout`, 303)
}

export const action = loader
