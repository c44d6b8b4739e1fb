import type { AuthenticatorSetup } from '#modules/identity/index.ts'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { focusFirstFault } from '../marketing/form-fault-list.tsx'
import type { FormFaults } from '../respond.ts'
import { ownAccountWords } from '../words/own-account-words.ts'
import { Proof } from './account-frame.tsx'
import { QrPicture } from './qr-picture.tsx'

type FormProps = { hasPassword: boolean; faults: FormFaults | undefined }

/** The first step: who asks. */
export function BeginForm({ hasPassword, faults }: FormProps) {
  return (
    <form method="post" noValidate className="grid gap-5">
      <PasswordField hasPassword={hasPassword} faults={faults} />
      <Button type="submit" variant="main" wide name="intent" value="begin">
        {ownAccountWords().turnOn}
      </Button>
    </form>
  )
}

/** The second step: the app has the seed, and shows that it does. */
export function SetupForm({ setup: { uri, secret }, faults }: { setup: AuthenticatorSetup; faults: FormFaults | undefined }) {
  const words = ownAccountWords()
  return (
    <form method="post" noValidate className="grid gap-6">
      <div className="grid justify-items-center gap-4">
        <QrPicture text={uri} label={words.qrPicture} />
        <p className="text-center text-sm text-ink-2">
          {words.noCamera}{' '}<a href={uri} className="link text-ink">{words.openOnDevice}</a>{words.orTypeKey}
          <code className="mt-2 block font-mono text-[0.9375rem] tracking-wide text-ink wrap-anywhere">{secret.match(/.{1,4}/g)?.join(' ')}</code>
        </p>
      </div>
      <TextField
        label={words.codeOfApp}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        hint={words.sixDigits}
        required
        error={faults?.fieldErrors.code}
        {...focusFirstFault(faults)('code')}
      />
      <Button type="submit" variant="main" wide name="intent" value="confirm">
        {words.confirm}
      </Button>
    </form>
  )
}

/** What can be done with it while it is on. */
export function OnForms({ codesLeft, hasPassword, faults }: FormProps & { codesLeft: number }) {
  const words = ownAccountWords()
  return (
    <form method="post" noValidate className="grid gap-5">
      <p>
        {words.codesLeft(codesLeft)}
      </p>
      <PasswordField hasPassword={hasPassword} faults={faults} />
      <div className="grid gap-2.5">
        <Button type="submit" variant="main" wide name="intent" value="renew">
          {words.makeNewCodes}
        </Button>
        <Button type="submit" wide name="intent" value="off">
          {words.turnOff}
        </Button>
      </div>
      <p className="text-sm text-ink-2">{words.whatOffMeans}</p>
    </form>
  )
}

function PasswordField({ hasPassword, faults }: FormProps) {
  return (
    <Proof hasPassword={hasPassword}>
      <TextField label={ownAccountWords().yourPassword} name="password" type="password" autoComplete="current-password" required error={faults?.fieldErrors.password} {...focusFirstFault(faults)('password')} />
    </Proof>
  )
}
