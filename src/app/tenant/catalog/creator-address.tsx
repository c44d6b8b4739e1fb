import { redirect } from 'react-router'
import { NotFound } from '#platform/errors/app-error.ts'
import { readHost } from '#platform/http/hosts.ts'
import type { Route } from './+types/creator-address.ts'
import { requestContext } from '../../request-context.ts'
import { answering } from '../../respond.ts'

/** `/<school>/courses/<course>` on the installation's host: the older form of a course's address leads to the page. */
export const loader = answering(async ({ context, params, request }: Route.LoaderArgs) => {
  const { app, tenant } = context.get(requestContext)
  const path = `/s/${params.schoolSlug}`
  const isSchool = !tenant && readHost(app.config.baseDomain, path, app.config.baseDomain).kind === 'school'
  if (!isSchool) throw new NotFound()
  throw redirect(`${path}/courses/${encodeURIComponent(params.courseSlug)}${new URL(request.url).search}`, 301)
})
