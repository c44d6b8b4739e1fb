import { WebAuthnError } from '@simplewebauthn/browser'

/** What somebody is told whose device gave no passkey: most often they changed their mind, and that is no fault. */
export function passkeyFault(fault: unknown): string {
  if (fault instanceof WebAuthnError && fault.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return 'This device has a passkey for your account already.'
  if (fault instanceof Error && fault.name === 'NotAllowedError') return 'Your device gave no passkey. Press the button again when you are ready.'
  return 'Your device could not do this. Try again, or use another device.'
}
