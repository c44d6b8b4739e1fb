import { browserSupportsWebAuthn } from '@simplewebauthn/browser'
import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** Whether this browser can have passkeys; null as long as the page is the server's. */
export function usePasskeys(): boolean | null {
  return useSyncExternalStore<boolean | null>(never, browserSupportsWebAuthn, () => null)
}
