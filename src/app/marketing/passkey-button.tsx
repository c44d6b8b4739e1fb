import { Fingerprint } from 'lucide-react'
import { Button } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { Notice } from '#ui/notice.tsx'
import { accountWords } from '../words/account-words.ts'
import { signInByPasskey } from './sign-in-by-passkey.ts'

const script = `(${signInByPasskey.toString()})()`

type PasskeyButtonProps = {
  /** What the server asks the device, where this page is the answer to that wish. */
  question: string | undefined
  nonce: string
}

/** Signs in by a passkey: the server asks, the device answers. It is shown only where scripts run and the browser can have passkeys. */
export function PasskeyButton({ question, nonce }: PasskeyButtonProps) {
  const words = accountWords()
  return (
    <>
      <form method="post" hidden data-passkey={question ?? ''} className="mt-2.5 grid gap-4">
        <input type="hidden" name="intent" value="passkey-question" />
        <input type="hidden" name="answer" value="" />
        <div role="alert" className="contents">
          <Fault kind="refused" text={words.passkeyNotGiven} />
          <Fault kind="failed" text={words.passkeyFailed} />
        </div>
        <Button type="submit" wide>
          <Icon of={Fingerprint} />
          {words.usePasskey}
        </Button>
      </form>
      {/* Right behind the form, so that it stands there before anything is drawn. */}
      <script nonce={nonce} dangerouslySetInnerHTML={{ __html: script }} />
    </>
  )
}

function Fault({ kind, text }: { kind: 'refused' | 'failed'; text: string }) {
  return (
    <div hidden data-fault={kind}>
      <Notice tone="bad" title={text} />
    </div>
  )
}
