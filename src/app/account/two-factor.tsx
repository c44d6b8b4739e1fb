import { beginTwoFactor, confirmTwoFactor, findTwoFactorSetup, readProtection, renewRecoveryCodes, turnOffTwoFactor, type AuthenticatorSetup } from '#modules/identity/index.ts'
import { proofForm, setupCodeForm } from '#modules/identity/security/security.schema.ts'
import { InvalidInput } from '#platform/errors/app-error.ts'
import { Notice } from '#ui/notice.tsx'
import { data } from 'react-router'
import { FormFaultList } from '../marketing/form-fault-list.tsx'
import { parseForm } from '../parse-form.ts'
import { readSentForm } from '../read-sent-form.ts'
import { answerHeaders, answering, answeringForm, type FormFaults } from '../respond.ts'
import type { RouteHandle } from '../page-needs.ts'
import { ownAccountWords } from '../words/own-account-words.ts'
import type { Route } from './+types/two-factor.ts'
import { AccountFrame } from './account-frame.tsx'
import { enterAccount, type AccountVisit } from './enter-account.ts'
import { RecoveryCodes } from './recovery-codes.tsx'
import { BeginForm, OnForms, SetupForm } from './two-factor-forms.tsx'

export const handle: RouteHandle = { isStatic: true }

export const meta: Route.MetaFunction = () => [{ title: ownAccountWords().twoFactorTitle }]

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { ctx, viewer, onward, nonce, state } = await enterAccount(context, request, 'own-accounts')
  const protection = await readProtection(ctx, viewer.userId)
  return { onward, nonce, isRequired: state === 'required', hasPassword: protection?.hasPassword ?? false, isOn: protection?.isTwoFactorOn ?? false, codesLeft: protection?.recoveryCodesLeft ?? 0 }
})

/** What the page shows after a press; secrets are only ever in the answer to it, and at no address. */
type Shown = { setup: AuthenticatorSetup; faults?: FormFaults } | { recoveryCodes: string[]; isNew: boolean } | { isOff: true }

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const visit = await enterAccount(context, request, 'own-accounts')
  const form = await readSentForm(request)
  const keep = (cookies: string[]) => cookies.forEach((cookie) => context.get(answerHeaders).append('Set-Cookie', cookie))
  const intent = form.get('intent')
  if (intent === 'confirm') return confirm(visit, request.headers, form, keep)

  const { ctx, viewer } = visit
  const self = { userId: viewer.userId, password: parseForm(proofForm, form).password, headers: request.headers }
  if (intent === 'renew') return shown({ recoveryCodes: await renewRecoveryCodes(ctx, self), isNew: false })
  if (intent === 'off') {
    keep((await turnOffTwoFactor(ctx, self)).cookies)
    return shown({ isOff: true })
  }
  return shown({ setup: await beginTwoFactor(ctx, self) })
})

/** A wrong code leaves the picture where it was: the app has it already. */
async function confirm({ ctx, viewer }: AccountVisit, headers: Headers, form: FormData, keep: (cookies: string[]) => void) {
  try {
    const { code } = parseForm(setupCodeForm, form)
    const { recoveryCodes, cookies } = await confirmTwoFactor(ctx, { userId: viewer.userId, code, headers })
    keep(cookies)
    return shown({ recoveryCodes, isNew: true })
  } catch (fault) {
    const setup = fault instanceof InvalidInput ? await findTwoFactorSetup(ctx, viewer.userId) : null
    if (!(fault instanceof InvalidInput) || !setup) throw fault
    return data<Shown>({ setup, faults: { fieldErrors: fault.fieldErrors, values: {}, formError: null } }, { status: fault.status })
  }
}

function shown(what: Shown) {
  return data<Shown>(what)
}

export default function TwoFactor({ loaderData, actionData }: Route.ComponentProps) {
  const words = ownAccountWords()
  const { onward, nonce, isRequired, hasPassword, isOn, codesLeft } = loaderData
  const faults = actionData && 'fieldErrors' in actionData ? actionData : undefined
  if (actionData && 'setup' in actionData) {
    return (
      <AccountFrame onward={onward} nonce={nonce} title={words.connectApp} text={words.scanPicture}>
        <SetupForm setup={actionData.setup} faults={actionData.faults} />
      </AccountFrame>
    )
  }
  if (actionData && 'recoveryCodes' in actionData) {
    return (
      <AccountFrame onward={onward} nonce={nonce} title={words.keepCodes} text={words.whatCodesDo}>
        <RecoveryCodes codes={actionData.recoveryCodes} isNew={actionData.isNew} next={onward.next} />
      </AccountFrame>
    )
  }
  return (
    <AccountFrame onward={onward} nonce={nonce} title={words.twoFactor} text={isOn ? words.takesBoth : words.whyTwoFactor}>
      {isRequired && !isOn ? <Notice tone="warn" title={words.operatorsNeedIt} className="mb-6">{words.thenComeBack}</Notice> : null}
      {actionData && 'isOff' in actionData ? <Notice tone="good" title={words.twoFactorIsOff} className="mb-6" /> : null}
      <FormFaultList faults={faults} beside={['password']} />
      {isOn ? <OnForms codesLeft={codesLeft} hasPassword={hasPassword} faults={faults} /> : <BeginForm hasPassword={hasPassword} faults={faults} />}
    </AccountFrame>
  )
}
