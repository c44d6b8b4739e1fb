import { redirect } from 'react-router'
import { recordWatching, type WatchingAnswer } from '#modules/learning/index.ts'
import { InvalidInput } from '#platform/errors/app-error.ts'
import type { Route } from './+types/watching.ts'
import { answering } from '../../respond.ts'
import { requestContext } from '../../request-context.ts'

/** Nobody reads here; who comes by hand is taken to the lesson. */
export function loader({ context, params }: Route.LoaderArgs) {
  throw redirect(`${context.get(requestContext).base}/learn/${encodeURIComponent(params.courseSlug)}/${encodeURIComponent(params.lessonId)}`)
}

/** Where the player tells what was watched: the numbers of a `WatchingReport` as JSON. */
export const action = answering(async ({ request, context, params }: Route.ActionArgs) => {
  const ctx = await context.get(requestContext).tenantCtx()
  const body: unknown = await request.json().catch(() => null)
  if (typeof body !== 'object' || body === null) throw new InvalidInput({ body: 'A report is an object of JSON.' })

  const answer: WatchingAnswer = await recordWatching(ctx, { ...(body as { from: number; to: number; position: number }), lessonId: params.lessonId })
  return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } })
})
