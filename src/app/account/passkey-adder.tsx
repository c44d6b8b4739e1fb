import { startRegistration } from '@simplewebauthn/browser'
import { Fingerprint } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { useFetcher } from 'react-router'
import { Button } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { FormFaults } from '../respond.ts'
import { ownAccountWords } from '../words/own-account-words.ts'
import { Proof } from './account-frame.tsx'
import type { action } from './passkeys.tsx'
import { usePasskeys } from './use-passkeys.ts'
import { passkeyFault } from './passkey-fault.ts'

type PasskeyAdderProps = {
  hasPassword: boolean
  isFirst: boolean
  /** Faults of the form as it was sent without scripts. */
  sentFaults: FormFaults | undefined
}

/** Adds a passkey: the server asks, the device answers, the server keeps the public half. */
export function PasskeyAdder({ hasPassword, isFirst, sentFaults }: PasskeyAdderProps) {
  const words = ownAccountWords()
  const asking = useFetcher<typeof action>()
  const adding = useFetcher<typeof action>()
  const canHave = usePasskeys()
  const [deviceFault, setDeviceFault] = useState<string | null>(null)
  const question = asking.data && 'question' in asking.data ? asking.data.question : null

  const answer = useEffectEvent(async (asked: string) => {
    setDeviceFault(null)
    try {
      const made = await startRegistration({ optionsJSON: JSON.parse(asked) })
      await adding.submit({ intent: 'add', answer: JSON.stringify(made) }, { method: 'post' })
    } catch (fault) {
      setDeviceFault(passkeyFault(fault))
    }
  })
  useEffect(() => {
    if (question) void answer(question)
  }, [question])

  const faults = asking.data && 'fieldErrors' in asking.data ? asking.data : sentFaults
  const refusal = deviceFault ?? (adding.data && 'formError' in adding.data ? adding.data.formError : null) ?? (asking.data && 'formError' in asking.data ? asking.data.formError : null)
  if (canHave === false) return <Notice title={words.noPasskeysHere}>{words.openInNewer}</Notice>
  return (
    <asking.Form method="post" noValidate className="grid gap-5">
      <input type="hidden" name="intent" value="ask" />
      {refusal ? (
        <div role="alert">
          <Notice tone="bad" title={refusal} />
        </div>
      ) : null}
      <Proof hasPassword={hasPassword}>
        <TextField label={words.yourPassword} name="password" type="password" autoComplete="current-password" required error={faults?.fieldErrors.password} />
      </Proof>
      <Button type="submit" variant="main" wide busy={asking.state !== 'idle' || adding.state !== 'idle'}>
        <Icon of={Fingerprint} />
        {isFirst ? words.addPasskey : words.addAnotherPasskey}
      </Button>
      <noscript>
        <p className="text-sm text-ink-2">{words.passkeyNeedsScripts}</p>
      </noscript>
    </asking.Form>
  )
}
