import { requestPasswordReset, requirePasswords } from '#modules/identity/index.ts'
import { emailForm } from '#modules/identity/sign-in/sign-in.schema.ts'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { parseForm } from '../parse-form.ts'
import { requestContext } from '../request-context.ts'
import { readSentForm } from '../read-sent-form.ts'
import { answering, answeringForm } from '../respond.ts'
import type { RouteHandle } from '../page-needs.ts'
import type { Route } from './+types/forgot.ts'
import { AccountPage } from './account-page.tsx'
import { CheckMailbox } from './check-mailbox.tsx'
import { focusFirstFault, FormFaultList } from './form-fault-list.tsx'
import { readOnward } from './school-of-next.ts'
import { withNext } from './with-next.ts'
import { accountWords } from '../words/account-words.ts'

export const handle: RouteHandle = { isStatic: true }

export const meta: Route.MetaFunction = () => [{ title: accountWords().passwordTitle }]

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  requirePasswords(context.get(requestContext).app)
  const onward = await readOnward(context, new URL(request.url).searchParams.get('next'))
  return { ...onward, nonce: context.get(requestContext).nonce }
})

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const { app, address } = context.get(requestContext)
  const { email } = parseForm(emailForm, await readSentForm(request))
  await requestPasswordReset(app.systemCtx, { email, next: new URL(request.url).searchParams.get('next'), address })
  return { sentTo: email }
})

export default function Forgot({ loaderData, actionData }: Route.ComponentProps) {
  const { next, school, nonce } = loaderData
  const words = accountWords()
  if (actionData && 'sentTo' in actionData) {
    return (
      <AccountPage school={school} nonce={nonce} title={words.checkMailbox}>
        <CheckMailbox sentTo={actionData.sentTo} what="reset" backHref={withNext('/forgot', next)} mailboxHref={loaderData.mailboxHref} />
      </AccountPage>
    )
  }

  return (
    <AccountPage
      school={school}
      nonce={nonce}
      title={words.chooseNew}
      text={words.enterAddress}
      foot={
        <a href={withNext('/sign-in', next)} className="link font-medium text-ink">
          {words.backToSignIn}
        </a>
      }
    >
      <FormFaultList faults={actionData} />
      <form method="post" noValidate className="grid gap-5">
        <TextField
          label={words.email}
          name="email"
          type="email"
          autoComplete="username"
          inputMode="email"
          required
          defaultValue={actionData?.values.email}
          error={actionData?.fieldErrors.email}
          {...focusFirstFault(actionData)('email')}
        />
        <Button type="submit" variant="main" wide>
          {words.mailTheLink}
        </Button>
      </form>
    </AccountPage>
  )
}
