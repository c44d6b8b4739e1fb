import { data, redirect } from 'react-router'
import { NotFound } from '#platform/errors/app-error.ts'
import { ButtonLink } from '#ui/button.tsx'
import { requestContext } from '../request-context.ts'
import { answering } from '../respond.ts'
import type { RouteHandle } from '../page-needs.ts'
import { accountWords } from '../words/account-words.ts'
import type { Route } from './+types/arrived.ts'
import { AccountPage } from './account-page.tsx'
import { pathOfNext } from './way-back.ts'

export const handle: RouteHandle = { isStatic: true }

export const meta: Route.MetaFunction = () => [{ title: accountWords().signInTitle }, { name: 'robots', content: 'noindex' }]

/** On a domain of a school's own: the code becomes a session. */
export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { app, domain, tenant, origin, nonce } = context.get(requestContext)
  const { handOvers } = app.accounts
  if (!domain || !tenant || !handOvers) throw new NotFound('sessions are carried to domains of schools alone')

  const { searchParams } = new URL(request.url)
  const next = pathOfNext(searchParams.get('next'))
  const outcome = await handOvers.arrive(request.headers, searchParams.get('code') ?? '')
  const headers = new Headers({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' })
  if (outcome.kind === 'refused') {
    return data({ nonce, why: accountWords().wayInRefused[outcome.reason], again: `/arrive?next=${encodeURIComponent(next)}`, school: { name: tenant.name, brand: tenant.brand_colour, home: '/' } }, { status: 403, headers })
  }

  for (const cookie of outcome.cookies) headers.append('Set-Cookie', cookie)
  throw redirect(`${origin}${next}`, { headers })
})

export default function Arrived({ loaderData: { school, nonce, why, again } }: Route.ComponentProps) {
  const words = accountWords()
  return (
    <AccountPage school={school} nonce={nonce} title={words.notSignedInYet} text={why}>
      <ButtonLink variant="main" wide href={again}>
        {words.tryAgain}
      </ButtonLink>
    </AccountPage>
  )
}
