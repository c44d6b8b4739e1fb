import { requirePasskeys, type IdentityCtx } from '../identity-ctx.ts'
import type { PasskeyQuestion, SessionChange } from '../ports.ts'
import { countTry, passkeyTries } from './limits.ts'

/**
 * What the browser is asked so that somebody may sign in by a passkey. It names nobody: the device knows whose it is.
 *
 * @throws TooManyRequests
 */
export async function askToSignInWithPasskey(ctx: IdentityCtx, input: { headers: Headers; address: string }): Promise<PasskeyQuestion> {
  const passkeys = requirePasskeys(ctx)
  await countTry(ctx.attempts, `passkey:${input.address}`, passkeyTries)
  return passkeys.askToSignIn(input.headers)
}

/** Signs in by what the browser answered. No second factor is asked for: the device asked for its owner. */
export async function signInWithPasskey(ctx: IdentityCtx, input: { answer: unknown; headers: Headers; address: string }): Promise<({ kind: 'signed-in' } & SessionChange) | { kind: 'refused' }> {
  return requirePasskeys(ctx).signIn(input)
}
