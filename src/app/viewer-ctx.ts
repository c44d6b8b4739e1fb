import type { RouterContextProvider } from 'react-router'
import { withTenant, type TenantTransaction } from '#platform/db/with-tenant.ts'
import { requestContext } from './request-context.ts'

/** The door of someone who is signed in, on pages that belong to no school: one's own rows, whichever school they are of. */
export interface ViewerCtx {
  inTenant<T>(work: (opened: TenantTransaction) => Promise<T>): Promise<T>
}

/** @param userId of the viewer */
export function viewerCtx(context: Readonly<RouterContextProvider>, userId: string): ViewerCtx {
  const { app } = context.get(requestContext)
  return { inTenant: (work) => withTenant(app.pools.web, { organizationId: null, userId }, work) }
}
