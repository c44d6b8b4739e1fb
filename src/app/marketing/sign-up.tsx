import { signUp } from '#modules/identity/index.ts'
import { passwordLengthMin, signUpForm } from '#modules/identity/sign-in/sign-in.schema.ts'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { findClerkDoor } from '../clerk/clerk-door.ts'
import { ClerkDoorPage } from '../clerk/clerk-door-page.tsx'
import { leadSignedIn } from '../clerk/lead-signed-in.ts'
import { parseForm } from '../parse-form.ts'
import { requestContext } from '../request-context.ts'
import { readSentForm } from '../read-sent-form.ts'
import { answering, answeringForm } from '../respond.ts'
import type { RouteHandle } from '../page-needs.ts'
import type { Route } from './+types/sign-up.ts'
import { AccountPage } from './account-page.tsx'
import { CheckMailbox } from './check-mailbox.tsx'
import { ElsewhereButtons } from './elsewhere-buttons.tsx'
import { readElsewhere } from './elsewhere.ts'
import { focusFirstFault, FormFaultList } from './form-fault-list.tsx'
import { readOnward } from './school-of-next.ts'
import { withNext } from './with-next.ts'
import { accountWords } from '../words/account-words.ts'

export const handle: RouteHandle = { isStatic: true }

export const meta: Route.MetaFunction = () => [{ title: accountWords().signUpTitle }, { name: 'description', content: accountWords().signUpSummary }]

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { viewer, nonce } = context.get(requestContext)
  const { searchParams } = new URL(request.url)
  const onward = await readOnward(context, searchParams.get('next'))
  if (await viewer()) throw leadSignedIn(context, onward.next)

  const clerk = findClerkDoor(context, request, { page: 'sign-up', next: onward.next })
  return { ...onward, nonce, clerk, needsScripts: clerk !== null, email: searchParams.get('email') ?? '', providers: readElsewhere(context, searchParams).providers }
})

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const { app, address } = context.get(requestContext)
  const { next } = await readOnward(context, new URL(request.url).searchParams.get('next'))
  const input = parseForm(signUpForm, await readSentForm(request))
  await signUp(app.systemCtx, { ...input, next, address })
  return { sentTo: input.email }
})

export default function SignUp({ loaderData, actionData }: Route.ComponentProps) {
  const { next, school, nonce, clerk } = loaderData
  const words = accountWords()
  const title = school ? words.join(school.name) : words.createYours
  const text = school ? words.oneAccountHere : words.oneAccount
  if (clerk) return <ClerkDoorPage door={clerk} school={school} title={title} text={text} />

  if (actionData && 'sentTo' in actionData) {
    return (
      <AccountPage school={school} nonce={nonce} title={words.checkMailbox}>
        <CheckMailbox sentTo={actionData.sentTo} what="sign-up" backHref={withNext('/sign-up', next)} mailboxHref={loaderData.mailboxHref} />
      </AccountPage>
    )
  }

  const focus = focusFirstFault(actionData)
  return (
    <AccountPage
      school={school}
      nonce={nonce}
      title={title}
      text={text}
      foot={
        <>
          {words.haveAccount}{' '}
          <a href={withNext('/sign-in', next)} className="link font-medium text-ink">
            {words.signIn}
          </a>
        </>
      }
    >
      <FormFaultList faults={actionData} />
      <form method="post" noValidate className="grid gap-5">
        <TextField label={words.yourName} name="name" autoComplete="name" required defaultValue={actionData?.values.name} error={actionData?.fieldErrors.name} {...focus('name')} />
        <TextField
          label={words.email}
          name="email"
          type="email"
          autoComplete="username"
          inputMode="email"
          required
          defaultValue={actionData?.values.email ?? loaderData.email}
          error={actionData?.fieldErrors.email}
          {...focus('email')}
        />
        <TextField
          label={words.password}
          name="password"
          type="password"
          autoComplete="new-password"
          hint={words.atLeast(passwordLengthMin)}
          minLength={passwordLengthMin}
          required
          error={actionData?.fieldErrors.password}
          {...focus('password')}
        />
        <Button type="submit" variant="main" wide className="mt-1">
          {words.createMine}
        </Button>
      </form>
      <ElsewhereButtons providers={loaderData.providers} next={next} way="sign-up" />
    </AccountPage>
  )
}
