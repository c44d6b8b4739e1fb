import { redirect } from 'react-router'
import { requirePasswords, resetPassword } from '#modules/identity/index.ts'
import { passwordLengthMin, resetForm } from '#modules/identity/sign-in/sign-in.schema.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { parseForm } from '../parse-form.ts'
import { requestContext } from '../request-context.ts'
import { readSentForm } from '../read-sent-form.ts'
import { answerHeaders, answering, answeringForm } from '../respond.ts'
import type { RouteHandle } from '../page-needs.ts'
import type { Route } from './+types/reset.ts'
import { AccountPage } from './account-page.tsx'
import { focusFirstFault, FormFaultList } from './form-fault-list.tsx'
import { accountWords } from '../words/account-words.ts'

export const handle: RouteHandle = { isStatic: true }

export const meta: Route.MetaFunction = () => [{ title: accountWords().passwordTitle }]

export const loader = answering(({ request, context }: Route.LoaderArgs) => {
  requirePasswords(context.get(requestContext).app)
  // The address of this page holds a secret that must not travel to other hosts. Not `no-referrer`: under it browsers
  // send `Origin: null` with the form, and the form would look like another site's.
  context.get(answerHeaders).set('Referrer-Policy', 'same-origin')
  return { token: new URL(request.url).searchParams.get('token') ?? '' }
})

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const { app } = context.get(requestContext)
  await resetPassword(app.systemCtx, parseForm(resetForm, await readSentForm(request)))
  throw redirect('/sign-in?state=new-password')
})

export default function Reset({ loaderData, actionData }: Route.ComponentProps) {
  const isOver = Boolean(actionData?.formError)
  const words = accountWords()
  return (
    <AccountPage title={words.chooseNew} text={words.signedOutElsewhere}>
      <FormFaultList faults={actionData} beside={['password']} />
      {isOver ? (
        <ButtonLink variant="main" wide href="/forgot">
          {words.mailNewLink}
        </ButtonLink>
      ) : (
        <form method="post" noValidate className="grid gap-5">
          <input type="hidden" name="token" value={loaderData.token} />
          <TextField
            label={words.newPassword}
            name="password"
            type="password"
            autoComplete="new-password"
            hint={words.atLeast(passwordLengthMin)}
            required
            error={actionData?.fieldErrors.password}
            {...focusFirstFault(actionData)('password')}
          />
          <Button type="submit" variant="main" wide>
            {words.setPassword}
          </Button>
        </form>
      )}
    </AccountPage>
  )
}
