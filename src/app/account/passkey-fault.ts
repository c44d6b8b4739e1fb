import { WebAuthnError } from '@simplewebauthn/browser'
import { ownAccountWords } from '../words/own-account-words.ts'

/** What somebody is told whose device gave no passkey: most often they changed their mind, and that is no fault. */
export function passkeyFault(fault: unknown): string {
  const words = ownAccountWords()
  if (fault instanceof WebAuthnError && fault.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return words.passkeyThere
  if (fault instanceof Error && fault.name === 'NotAllowedError') return words.passkeyNotGiven
  return words.passkeyFailed
}
