import { randomInt } from 'node:crypto'
import { nowMs, type Emulator } from '../emulator.ts'
import { refuse } from '../errors.ts'

/** A code that was sent to an address, or rather was not: the emulator shows it at `/_emulator/codes`. */
export type SentCode = { address: string; code: string; expireAt: number; attempts: number }

const lifeMs = 600_000
const triesMax = 5

/** As on Clerk's development instances, addresses with `+clerk_test` get a code that tests know. */
export function sendCode(emulator: Emulator, address: string): SentCode {
  const code = /\+clerk_test@/i.test(address) ? '424242' : String(randomInt(1_000_000)).padStart(6, '0')
  return { address, code, expireAt: nowMs(emulator) + lifeMs, attempts: 0 }
}

/** @throws ClerkFault 422 for a wrong code, one that is too old, and after five wrong ones */
export function checkCode(emulator: Emulator, sent: SentCode | null, typed: string | undefined): void {
  if (!sent || sent.expireAt < nowMs(emulator)) throw refuse('verification_expired', 'code', 'has expired', 'This verification has expired. You need to create a new one.')
  sent.attempts += 1
  if (sent.attempts > triesMax) throw refuse('verification_failed', 'code', 'failed', 'Too many failed attempts. You have to try again with the same or another method.')
  if (typed?.replaceAll(/\s/g, '') !== sent.code) throw refuse('form_code_incorrect', 'code', 'is incorrect', 'Incorrect code')
}

export function verificationView(sent: SentCode | null, wish: { strategy: string | null; isVerified: boolean }) {
  return {
    object: 'verification' as const, status: wish.isVerified ? 'verified' : 'unverified', strategy: wish.strategy,
    attempts: sent?.attempts ?? null, expire_at: sent?.expireAt ?? null, error: null, external_verification_redirect_url: null,
  }
}
