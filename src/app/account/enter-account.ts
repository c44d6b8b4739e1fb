import type { RouterContextProvider } from 'react-router'
import { requirePasswords } from '#modules/identity/index.ts'
import type { AppCtx } from '../../wiring.ts'
import { readOnward, type Onward } from '../marketing/school-of-next.ts'
import { requestContext, type Viewer } from '../request-context.ts'
import { requireViewer } from '../require-viewer.ts'

/** Who is among the pages of their account, and where they came from. */
export interface AccountVisit {
  ctx: AppCtx
  viewer: Viewer
  onward: Onward
  nonce: string
  /** What just happened, by the address. */
  state: string | null
}

/**
 * Whoever is signed in, on the way to the page that the address names.
 *
 * @param needs `own-accounts` for what only accounts that live here have
 * @throws a redirect to sign-in; NotFound where the identity provider has such pages itself
 */
export async function enterAccount(context: Readonly<RouterContextProvider>, request: Request, needs?: 'own-accounts'): Promise<AccountVisit> {
  const { app, nonce } = context.get(requestContext)
  if (needs) requirePasswords(app)
  const viewer = await requireViewer(context, request)
  const { searchParams } = new URL(request.url)
  return { ctx: app.systemCtx, viewer, onward: await readOnward(context, searchParams.get('next')), nonce, state: searchParams.get('state') }
}
