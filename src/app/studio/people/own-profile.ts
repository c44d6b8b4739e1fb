import { redirect } from 'react-router'
import { readOwnMembership } from '#modules/tenancy/index.ts'
import { requestContext } from '../../request-context.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering } from '../../respond.ts'
import type { Route } from './+types/own-profile.ts'

/** The address of one's own profile, for whoever works here. */
export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { ctx } = await requireStudio(context, request, 'studio.enter')
  throw redirect(`${context.get(requestContext).base}/studio/people/${await readOwnMembership(ctx)}/profile`)
})
