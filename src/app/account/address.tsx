import { readProtection, requestAddressChange } from '#modules/identity/index.ts'
import { changeAddressForm } from '#modules/identity/security/security.schema.ts'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { CheckMailbox } from '../marketing/check-mailbox.tsx'
import { focusFirstFault, FormFaultList } from '../marketing/form-fault-list.tsx'
import { parseForm } from '../parse-form.ts'
import { readSentForm } from '../read-sent-form.ts'
import { answering, answeringForm } from '../respond.ts'
import type { RouteHandle } from '../page-needs.ts'
import { ownAccountWords } from '../words/own-account-words.ts'
import type { Route } from './+types/address.ts'
import { AccountFrame, Proof } from './account-frame.tsx'
import { accountHref } from './account-href.ts'
import { enterAccount } from './enter-account.ts'

export const handle: RouteHandle = { isStatic: true }

export const meta: Route.MetaFunction = () => [{ title: ownAccountWords().addressTitle }]

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { ctx, viewer, onward, nonce } = await enterAccount(context, request, 'own-accounts')
  return { onward, nonce, email: viewer.email, hasPassword: (await readProtection(ctx, viewer.userId))?.hasPassword ?? false }
})

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const { ctx, viewer, onward } = await enterAccount(context, request, 'own-accounts')
  const { email, password } = parseForm(changeAddressForm, await readSentForm(request))
  await requestAddressChange(ctx, { userId: viewer.userId, password, headers: request.headers }, { email, next: onward.next })
  return { sentTo: email }
})

export default function Address({ loaderData, actionData }: Route.ComponentProps) {
  const words = ownAccountWords()
  const { onward, nonce, email, hasPassword } = loaderData
  if (actionData && 'sentTo' in actionData) {
    return (
      <AccountFrame onward={onward} nonce={nonce} title={words.checkNewMailbox}>
        <CheckMailbox sentTo={actionData.sentTo} what="address" backHref={accountHref('/account/address', onward.next)} mailboxHref={onward.mailboxHref} />
      </AccountFrame>
    )
  }

  const focus = focusFirstFault(actionData)
  return (
    <AccountFrame onward={onward} nonce={nonce} title={words.changeAddress} text={<span className="wrap-anywhere">{words.youSignInWith}{' '}{email}{words.andMailsGoThere}</span>}>
      <FormFaultList faults={actionData} beside={['email', 'password']} />
      <form method="post" noValidate className="grid gap-5">
        <TextField label={words.newEmail} name="email" type="email" autoComplete="email" inputMode="email" required defaultValue={actionData?.values.email} error={actionData?.fieldErrors.email} {...focus('email')} />
        <Proof hasPassword={hasPassword}>
          <TextField label={words.yourPassword} name="password" type="password" autoComplete="current-password" required error={actionData?.fieldErrors.password} {...focus('password')} />
        </Proof>
        <Button type="submit" variant="main" wide>
          {words.mailTheLink}
        </Button>
      </form>
    </AccountFrame>
  )
}
