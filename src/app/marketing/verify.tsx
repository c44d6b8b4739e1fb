import { requirePasswords } from '#modules/identity/index.ts'
import { ButtonLink } from '#ui/button.tsx'
import { requestContext } from '../request-context.ts'
import { answering } from '../respond.ts'
import type { RouteHandle } from '../page-needs.ts'
import type { Route } from './+types/verify.ts'
import { AccountPage } from './account-page.tsx'
import { readOnward } from './school-of-next.ts'
import { withNext } from './with-next.ts'
import { accountWords } from '../words/account-words.ts'

export const handle: RouteHandle = { isStatic: true }

export const meta: Route.MetaFunction = () => [{ title: accountWords().verifyTitle }]

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { app, viewer, nonce } = context.get(requestContext)
  requirePasswords(app)
  const { searchParams } = new URL(request.url)
  return { ...(await readOnward(context, searchParams.get('next'))), nonce, isSignedIn: (await viewer()) !== null }
})

/** Where a link to confirm an address leads that was followed before, or too late. */
export default function Verify({ loaderData }: Route.ComponentProps) {
  const { next, school, nonce, isSignedIn } = loaderData
  const words = accountWords()
  const way = isSignedIn ? { href: next ?? '/', label: words.goOn } : { href: withNext('/sign-in', next), label: words.signIn }
  return (
    <AccountPage
      school={school}
      nonce={nonce}
      title={words.usedAlready}
      text={words.usedAlreadyText}
    >
      <ButtonLink variant="main" wide href={way.href}>
        {way.label}
      </ButtonLink>
    </AccountPage>
  )
}
