import { redirect } from 'react-router'
import { confirmAddressChange } from '#modules/identity/index.ts'
import { confirmAddressForm } from '#modules/identity/security/security.schema.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { FormFaultList } from '../marketing/form-fault-list.tsx'
import { parseForm } from '../parse-form.ts'
import { readSentForm } from '../read-sent-form.ts'
import { answerHeaders, answering, answeringForm } from '../respond.ts'
import type { RouteHandle } from '../page-needs.ts'
import { ownAccountWords } from '../words/own-account-words.ts'
import type { Route } from './+types/address-confirm.ts'
import { AccountFrame } from './account-frame.tsx'
import { accountHref } from './account-href.ts'
import { enterAccount } from './enter-account.ts'

export const handle: RouteHandle = { isStatic: true }

export const meta: Route.MetaFunction = () => [{ title: ownAccountWords().confirmAddressTitle }]

/** A press is asked for, and a sign-in: programs that open each link of a mail must not give an address away. */
export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { viewer, onward, nonce } = await enterAccount(context, request, 'own-accounts')
  context.get(answerHeaders).set('Referrer-Policy', 'same-origin')
  return { onward, nonce, email: viewer.email, token: new URL(request.url).searchParams.get('token') ?? '' }
})

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const { ctx, viewer, onward } = await enterAccount(context, request, 'own-accounts')
  await confirmAddressChange(ctx, viewer.userId, parseForm(confirmAddressForm, await readSentForm(request)).token)
  throw redirect(accountHref('/account', onward.next, 'address'))
})

export default function AddressConfirm({ loaderData, actionData }: Route.ComponentProps) {
  const words = ownAccountWords()
  const { onward, nonce, email, token } = loaderData
  const isOver = Boolean(actionData?.formError)
  return (
    <AccountFrame onward={onward} nonce={nonce} title={words.useThisAddress} text={<span className="wrap-anywhere">{words.fromNowOn}{' '}{email}.</span>}>
      <FormFaultList faults={actionData} />
      {isOver ? (
        <ButtonLink variant="main" wide href={accountHref('/account/address', onward.next)}>
          {words.newLink}
        </ButtonLink>
      ) : (
        <form method="post">
          <input type="hidden" name="token" value={token} />
          <Button type="submit" variant="main" wide>
            {words.useIt}
          </Button>
        </form>
      )}
    </AccountFrame>
  )
}
