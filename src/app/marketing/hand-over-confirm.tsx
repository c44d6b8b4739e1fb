import { redirect } from 'react-router'
import { domainOrigin } from '#modules/tenancy/index.ts'
import { Button } from '#ui/button.tsx'
import { requestContext } from '../request-context.ts'
import { answering } from '../respond.ts'
import type { RouteHandle } from '../page-needs.ts'
import { accountWords } from '../words/account-words.ts'
import type { Route } from './+types/hand-over-confirm.ts'
import { AccountPage } from './account-page.tsx'
import { readHandOver } from './hand-over.ts'

export const handle: RouteHandle = { isStatic: true }

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData ? accountWords().signInTo(loaderData.school.name) : accountWords().signInTitle }]

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { app, viewer, nonce } = context.get(requestContext)
  const asked = await readHandOver(context, new URL(request.url).searchParams)
  const person = await viewer()
  const home = `${domainOrigin(app.config, asked.to)}/`
  if (!person || !asked.nonce) throw redirect(`/hand-over?${new URLSearchParams({ to: asked.to, next: asked.next })}`)

  return {
    nonce,
    fields: { to: asked.to, next: asked.next, nonce: asked.nonce },
    school: { name: asked.school.name, brand: asked.school.brand_colour, home },
    person: { name: person.name, email: person.email },
  }
})

/** Somebody who does not belong to the school yet decides whether it may know who they are. */
export default function HandOverConfirm({ loaderData: { school, person, fields, nonce } }: Route.ComponentProps) {
  const [words, name] = [accountWords(), person.name || person.email || '']
  return (
    <AccountPage
      school={school}
      nonce={nonce}
      title={words.maySignInTo(school.name)}
      text={words.thenKnows(name, fields.to)}
      foot={
        <a href={school.home} className="link font-medium text-ink">
          {words.withoutSigningIn}
        </a>
      }
    >
      <form method="post" action="/hand-over">
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button type="submit" variant="main" wide>
          {words.signInAs(name)}
        </Button>
      </form>
    </AccountPage>
  )
}
