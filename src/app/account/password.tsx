import { redirect } from 'react-router'
import { changePassword, readProtection } from '#modules/identity/index.ts'
import { changePasswordForm } from '#modules/identity/security/security.schema.ts'
import { passwordLengthMin } from '#modules/identity/sign-in/sign-in.schema.ts'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { focusFirstFault, FormFaultList } from '../marketing/form-fault-list.tsx'
import { withNext } from '../marketing/with-next.ts'
import { parseForm } from '../parse-form.ts'
import { readSentForm } from '../read-sent-form.ts'
import { answering, answeringForm } from '../respond.ts'
import type { RouteHandle } from '../page-needs.ts'
import { ownAccountWords } from '../words/own-account-words.ts'
import type { Route } from './+types/password.ts'
import { AccountFrame, Proof } from './account-frame.tsx'
import { accountHref } from './account-href.ts'
import { enterAccount } from './enter-account.ts'

export const handle: RouteHandle = { isStatic: true }

export const meta: Route.MetaFunction = () => [{ title: ownAccountWords().passwordTitle }]

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { ctx, viewer, onward, nonce } = await enterAccount(context, request, 'own-accounts')
  return { onward, nonce, hasPassword: (await readProtection(ctx, viewer.userId))?.hasPassword ?? false }
})

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const { ctx, viewer, onward } = await enterAccount(context, request, 'own-accounts')
  const { password, newPassword } = parseForm(changePasswordForm, await readSentForm(request))
  await changePassword(ctx, { userId: viewer.userId, password, headers: request.headers }, newPassword)
  throw redirect(accountHref('/account', onward.next, 'password'))
})

export default function Password({ loaderData, actionData }: Route.ComponentProps) {
  const words = ownAccountWords()
  const { onward, nonce, hasPassword } = loaderData
  const focus = focusFirstFault(actionData)
  return (
    <AccountFrame onward={onward} nonce={nonce} title={hasPassword ? words.changePassword : words.setAPassword} text={words.staySignedInHere}>
      <FormFaultList faults={actionData} beside={['password', 'newPassword']} />
      <form method="post" noValidate className="grid gap-5">
        <Proof hasPassword={hasPassword}>
          <div>
            <TextField label={words.passwordUntilNow} name="password" type="password" autoComplete="current-password" required error={actionData?.fieldErrors.password} {...focus('password')} />
            <p className="mt-2 text-sm">
              <a href={withNext('/forgot', onward.next)} className="link touch text-ink-2">
                {words.forgotIt}
              </a>
            </p>
          </div>
        </Proof>
        <TextField
          label={words.newPassword}
          name="newPassword"
          type="password"
          autoComplete="new-password"
          hint={words.atLeast(passwordLengthMin)}
          required
          error={actionData?.fieldErrors.newPassword}
          {...focus('newPassword')}
        />
        <Button type="submit" variant="main" wide>
          {words.setNewPassword}
        </Button>
      </form>
    </AccountFrame>
  )
}
