import { redirect } from 'react-router'
import { startFreeCourse } from '#modules/learning/index.ts'
import type { Route } from './+types/start-free.ts'
import { requestContext } from '../../request-context.ts'
import { signInHref } from '../../require-viewer.ts'
import { answering } from '../../respond.ts'

/** Someone who signed in on the way comes back here by GET: the button is on the course's page. */
export function loader({ context, params }: Route.LoaderArgs) {
  throw redirect(courseAddress(context.get(requestContext).base, params.courseSlug))
}

/** A course that costs nothing begins at once, for those who are signed in. */
export const action = answering(async ({ request, context, params }: Route.ActionArgs) => {
  const { app, base, origin, tenantCtx } = context.get(requestContext)
  const ctx = await tenantCtx()
  const course = courseAddress(base, params.courseSlug)
  if (!ctx.userId) throw redirect(signInHref(context, new Request(`${origin}${course}`, { headers: request.headers })), 303)

  await startFreeCourse({ ...ctx, inSystem: app.systemCtx.inSystem }, params.courseSlug)
  throw redirect(`${base}/learn/${encodeURIComponent(params.courseSlug)}`, 303)
})

function courseAddress(base: string, slug: string): string {
  return `${base}/courses/${encodeURIComponent(slug)}`
}
