import { redirect } from 'react-router'
import { addPasskey, askForPasskey, listPasskeys, readProtection, removePasskey, renamePasskey } from '#modules/identity/index.ts'
import { passkeyAnswerForm, passkeyNameForm, proofForm, removePasskeyForm } from '#modules/identity/security/security.schema.ts'
import { Notice } from '#ui/notice.tsx'
import { FormFaultList } from '../marketing/form-fault-list.tsx'
import { parseForm } from '../parse-form.ts'
import { readSentForm } from '../read-sent-form.ts'
import { answerHeaders, answering, answeringForm } from '../respond.ts'
import { ownAccountWords } from '../words/own-account-words.ts'
import type { Route } from './+types/passkeys.ts'
import { AccountFrame } from './account-frame.tsx'
import { accountHref } from './account-href.ts'
import { ago } from './ago.ts'
import { deviceName } from './device-name.ts'
import { enterAccount } from './enter-account.ts'
import { PasskeyAdder } from './passkey-adder.tsx'
import { PasskeyList } from './passkey-list.tsx'

export const meta: Route.MetaFunction = () => [{ title: ownAccountWords().passkeysTitle }]

const said = (): Record<string, string> => ({ added: ownAccountWords().passkeyAdded, named: ownAccountWords().passkeyNamed, removed: ownAccountWords().passkeyRemoved })

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { ctx, viewer, onward, nonce, state } = await enterAccount(context, request, 'own-accounts')
  const now = ctx.clock.now()
  const [passkeys, protection] = await Promise.all([listPasskeys(ctx, viewer.userId), readProtection(ctx, viewer.userId)])
  return {
    onward,
    nonce,
    hasPassword: protection?.hasPassword ?? false,
    said: state && Object.hasOwn(said(), state) ? said()[state] : null,
    passkeys: passkeys.map(({ id, name, keeper, isSynced, addedAt, lastUsedAt }) => ({
      id, name: name ?? keeper ?? 'Passkey', keeper, isSynced, added: addedAt ? ago(addedAt, now) : null, used: lastUsedAt ? ago(lastUsedAt, now) : null,
    })),
  }
})

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const { ctx, viewer: { userId }, onward } = await enterAccount(context, request, 'own-accounts')
  const form = await readSentForm(request)
  const intent = form.get('intent')
  if (intent === 'ask') {
    const { options, cookies } = await askForPasskey(ctx, { userId, password: parseForm(proofForm, form).password, headers: request.headers })
    for (const cookie of cookies) context.get(answerHeaders).append('Set-Cookie', cookie)
    return { question: JSON.stringify(options) }
  }
  if (intent === 'add') {
    const { answer } = parseForm(passkeyAnswerForm, form)
    await addPasskey(ctx, { userId, answer, name: deviceName(request.headers.get('user-agent')), headers: request.headers })
  } else if (intent === 'rename') {
    const { passkey, name } = parseForm(passkeyNameForm, form)
    await renamePasskey(ctx, { userId, passkeyId: passkey, name })
  } else {
    await removePasskey(ctx, { userId, passkeyId: parseForm(removePasskeyForm, form).passkey })
  }
  throw redirect(accountHref('/account/passkeys', onward.next, intent === 'add' ? 'added' : intent === 'rename' ? 'named' : 'removed'))
})

export default function Passkeys({ loaderData, actionData }: Route.ComponentProps) {
  const words = ownAccountWords()
  const { onward, nonce, passkeys, hasPassword } = loaderData
  const faults = actionData && 'fieldErrors' in actionData ? actionData : undefined
  return (
    <AccountFrame onward={onward} nonce={nonce} title={words.passkeys} text={words.whatPasskeysDo}>
      {loaderData.said ? <Notice tone="good" title={loaderData.said} className="mb-6" /> : null}
      <FormFaultList faults={faults} beside={['name', 'password']} />
      {passkeys.length > 0 ? <PasskeyList passkeys={passkeys} faults={faults} /> : null}
      <PasskeyAdder hasPassword={hasPassword} isFirst={passkeys.length === 0} sentFaults={faults?.values.intent === 'rename' ? undefined : faults} />
    </AccountFrame>
  )
}
