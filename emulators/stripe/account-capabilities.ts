import type { ConnectAccount } from './state.ts'

/** Whether an account may receive transfers: its recipient set-up is complete. */
export function isTransfersActive(account: ConnectAccount): boolean {
  return account.isRecipient && account.standing === 'complete' && !account.closed
}
