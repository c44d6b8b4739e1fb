import { redirect, type RouterContextProvider } from 'react-router'
import { renewalMark, renewalOfKnown } from '#modules/identity/index.ts'
import { requestContext } from '../request-context.ts'

/**
 * Where somebody goes on to who asks to sign in and is signed in. Under Clerk each host has a session of its own: another
 * host of ours must find out who comes, or it would send them back here, and so on in a circle.
 *
 * @param next a full address of ours
 */
export function leadSignedIn(context: Readonly<RouterContextProvider>, next: string | null): Response {
  const { app, origin } = context.get(requestContext)
  if (!next) return redirect('/')

  const url = new URL(next)
  if (app.config.clerk && url.origin !== origin) url.searchParams.set(renewalMark, renewalOfKnown)
  return redirect(url.href)
}
