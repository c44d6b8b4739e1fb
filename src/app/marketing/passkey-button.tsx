import { startAuthentication } from '@simplewebauthn/browser'
import { Fingerprint } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { useFetcher } from 'react-router'
import { Button } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { Notice } from '#ui/notice.tsx'
import { passkeyFault } from '../account/passkey-fault.ts'
import { usePasskeys } from '../account/use-passkeys.ts'
import type { action } from './sign-in.tsx'

/** Signs in by a passkey: the server asks, the device answers. Only where scripts run and the browser can have passkeys. */
export function PasskeyButton() {
  const asking = useFetcher<typeof action>()
  const answering = useFetcher<typeof action>()
  const canHave = usePasskeys()
  const [deviceFault, setDeviceFault] = useState<string | null>(null)
  const question = asking.data && 'question' in asking.data ? asking.data.question : null

  const answer = useEffectEvent(async (asked: string) => {
    setDeviceFault(null)
    try {
      const given = await startAuthentication({ optionsJSON: JSON.parse(asked) })
      await answering.submit({ intent: 'passkey', answer: JSON.stringify(given) }, { method: 'post' })
    } catch (fault) {
      setDeviceFault(passkeyFault(fault))
    }
  })
  useEffect(() => {
    if (question) void answer(question)
  }, [question])

  // Until the browser has said so its place is kept, so that nothing below it jumps.
  if (!canHave) return canHave === null ? <div className="min-h-11" /> : null
  const refusal = [answering.data, asking.data].flatMap((told) => (told && 'formError' in told && told.formError ? [told.formError] : []))[0]
  return (
    <asking.Form method="post" className="grid gap-4">
      <input type="hidden" name="intent" value="passkey-question" />
      {deviceFault ?? refusal ? (
        <div role="alert">
          <Notice tone="bad" title={deviceFault ?? refusal} />
        </div>
      ) : null}
      <Button type="submit" wide busy={asking.state !== 'idle' || answering.state !== 'idle'}>
        <Icon of={Fingerprint} />
        Use a passkey
      </Button>
    </asking.Form>
  )
}
