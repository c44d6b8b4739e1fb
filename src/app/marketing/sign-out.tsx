import { redirect } from 'react-router'
import { Button } from '#ui/button.tsx'
import { requestContext } from '../request-context.ts'
import { answering } from '../respond.ts'
import type { RouteHandle } from '../page-needs.ts'
import { arrivalWords } from '../words/arrival-words.ts'
import type { Route } from './+types/sign-out.ts'
import { AccountPage } from './account-page.tsx'

export const handle: RouteHandle = { isStatic: true }

export const meta: Route.MetaFunction = () => [{ title: arrivalWords().signOutTitle }]

export const loader = answering(async ({ context }: Route.LoaderArgs) => {
  const { viewer } = context.get(requestContext)
  if (!(await viewer())) throw redirect('/')
  return null
})

/** Ends this session, on whichever host the button stood, and stays on that host. */
export const action = answering(async ({ request, context }: Route.ActionArgs) => {
  const { app, base } = context.get(requestContext)
  const { cookies } = await app.accounts.signOut(request.headers)
  const headers = new Headers()
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  throw redirect(base || '/', { headers })
})

export default function SignOut() {
  const words = arrivalWords()
  return (
    <AccountPage title={words.signOutAsk} text={words.coursesKept}>
      <form method="post">
        <Button type="submit" variant="main" wide>
          {words.signOut}
        </Button>
      </form>
    </AccountPage>
  )
}
