import type { RouterContextProvider } from 'react-router'
import type { PlayerCtx } from '#modules/learning/index.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { requestContext, type Tenant, type Viewer } from '../../request-context.ts'
import { requireViewer } from '../../require-viewer.ts'

/** A person who learns at a school, and the context for the use cases. */
export interface LearningVisit {
  ctx: PlayerCtx
  tenant: Tenant
  viewer: Viewer
  base: string
}

/**
 * Lets those pass who are signed in.
 *
 * @throws a redirect to sign-in for visitors; NotFound outside of a school
 */
export async function enterLearning(context: Readonly<RouterContextProvider>, request: Request): Promise<LearningVisit> {
  const viewer = await requireViewer(context, request)
  const { app, tenant, tenantCtx, base } = context.get(requestContext)
  if (!tenant) throw new NotFound('learning was asked for outside of a school')

  return { ctx: { ...(await tenantCtx()), linkConfig: app.config }, tenant, viewer, base }
}

/** Whether a page that is open asks anew, and not somebody who came to the address. Browsers say so themselves. */
export function isAskedByOpenPage(request: Request): boolean {
  return request.headers.get('sec-fetch-dest') === 'empty'
}
