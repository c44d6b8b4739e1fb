import { redirect, type RouterContextProvider } from 'react-router'
import { readProtection } from '#modules/identity/index.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import type { AppCtx } from '../../wiring.ts'
import { requestContext, type Viewer } from '../request-context.ts'

/** The operator at work: the system's context, and who asks, for the log. */
export interface OperatorVisit {
  ctx: AppCtx
  viewer: Viewer
}

/**
 * The operator of the installation, on its own host.
 *
 * @throws a redirect to the account where two-factor sign-in is asked for and off; NotFound for everybody else, and on a school's host: that there is such a page is nobody's business
 */
export async function requireOperator(context: Readonly<RouterContextProvider>): Promise<OperatorVisit> {
  const { app, tenant, viewer: ask } = context.get(requestContext)
  const viewer = tenant ? null : await ask()
  if (!viewer?.isOperator) throw new NotFound('a page of the operator was asked for by someone else')
  // Turning it on ends every session that has not shown it, so all that are left have.
  if (app.config.operatorsNeedTwoFactor && !(await readProtection(app.systemCtx, viewer.userId))?.isTwoFactorOn) throw redirect('/account/two-factor?state=required')
  return { ctx: app.systemCtx, viewer }
}
