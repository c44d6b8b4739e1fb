import { redirect } from 'react-router'
import { NotFound } from '#platform/errors/app-error.ts'
import { requestContext } from '../request-context.ts'
import { answering } from '../respond.ts'
import type { Route } from './+types/arrive.ts'
import { pathOfNext } from './way-back.ts'

/** On a domain of a school's own: begins to sign in there whoever is signed in at the installation. */
export const loader = answering(({ request, context }: Route.LoaderArgs) => {
  const { app, domain } = context.get(requestContext)
  const { handOvers } = app.accounts
  if (!domain || !handOvers) throw new NotFound('sessions are carried to domains of schools alone')

  const { nonceHash, cookies } = handOvers.begin(request.headers)
  const headers = new Headers({ 'Cache-Control': 'no-store' })
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  const asked = new URLSearchParams({ to: domain, next: pathOfNext(new URL(request.url).searchParams.get('next')), nonce: nonceHash })
  throw redirect(`${app.config.scheme}://${app.config.baseDomain}/hand-over?${asked}`, { headers })
})
