import type { AuthenticatorSetup } from '#modules/identity/index.ts'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { focusFirstFault } from '../marketing/form-fault-list.tsx'
import type { FormFaults } from '../respond.ts'
import { Proof } from './account-frame.tsx'
import { QrPicture } from './qr-picture.tsx'

type FormProps = { hasPassword: boolean; faults: FormFaults | undefined }

/** The first step: who asks. */
export function BeginForm({ hasPassword, faults }: FormProps) {
  return (
    <form method="post" noValidate className="grid gap-5">
      <PasswordField hasPassword={hasPassword} faults={faults} />
      <Button type="submit" variant="main" wide name="intent" value="begin">
        Turn it on
      </Button>
    </form>
  )
}

/** The second step: the app has the seed, and shows that it does. */
export function SetupForm({ setup: { uri, secret }, faults }: { setup: AuthenticatorSetup; faults: FormFaults | undefined }) {
  return (
    <form method="post" noValidate className="grid gap-6">
      <div className="grid justify-items-center gap-4">
        <QrPicture text={uri} label="The picture for your authenticator app" />
        <p className="text-center text-sm text-ink-2">
          No camera? <a href={uri} className="link text-ink">Open it on this device</a>, or type this key:
          <code className="mt-2 block font-mono text-[0.9375rem] tracking-wide text-ink wrap-anywhere">{secret.match(/.{1,4}/g)?.join(' ')}</code>
        </p>
      </div>
      <TextField
        label="Code of the app"
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        hint="Six digits. They change every half minute."
        required
        error={faults?.fieldErrors.code}
        {...focusFirstFault(faults)('code')}
      />
      <Button type="submit" variant="main" wide name="intent" value="confirm">
        Confirm
      </Button>
    </form>
  )
}

/** What can be done with it while it is on. */
export function OnForms({ codesLeft, hasPassword, faults }: FormProps & { codesLeft: number }) {
  return (
    <form method="post" noValidate className="grid gap-5">
      <p>
        <strong className="font-semibold tabular-nums">{codesLeft}</strong> {codesLeft === 1 ? 'recovery code is' : 'recovery codes are'} left. New ones take the place of the old ones.
      </p>
      <PasswordField hasPassword={hasPassword} faults={faults} />
      <div className="grid gap-2.5">
        <Button type="submit" variant="main" wide name="intent" value="renew">
          Make new recovery codes
        </Button>
        <Button type="submit" wide name="intent" value="off">
          Turn it off
        </Button>
      </div>
      <p className="text-sm text-ink-2">Turned off, your password alone is enough again, and so is a link that is mailed to you.</p>
    </form>
  )
}

function PasswordField({ hasPassword, faults }: FormProps) {
  return (
    <Proof hasPassword={hasPassword}>
      <TextField label="Your password" name="password" type="password" autoComplete="current-password" required error={faults?.fieldErrors.password} {...focusFirstFault(faults)('password')} />
    </Proof>
  )
}
