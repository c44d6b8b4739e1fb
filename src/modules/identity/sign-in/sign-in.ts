import { TooManyRequests } from '#platform/errors/app-error.ts'
import { requirePasswords, type IdentityCtx } from '../identity-ctx.ts'
import { countTry, failedSignIns, mailsToOne, requireTries } from './limits.ts'
import { sendConfirmLink } from './sign-up.ts'

/** Someone who says they have an account. */
export interface SignInInput {
  email: string
  password: string
  next: string | null
  headers: Headers
  address: string
}

/** How it ended: with cookies, with a question for the second factor, with a mail to confirm the address, or not at all. */
export type SignInResult = { kind: 'signed-in'; cookies: string[] } | { kind: 'second-step'; cookies: string[] } | { kind: 'confirm-first' } | { kind: 'refused' }

/**
 * Signs in by address and password. A wrong password and an address without account are one and the same answer.
 *
 * @throws TooManyRequests after ten failures in ten minutes, by account or by address
 */
export async function signIn(ctx: IdentityCtx, input: SignInInput): Promise<SignInResult> {
  const passwords = requirePasswords(ctx)
  const accountKey = `sign-in:account:${input.email}`
  const addressKey = `sign-in:address:${input.address}`
  await requireTries(ctx.attempts, [accountKey, addressKey], failedSignIns)

  const outcome = await passwords.signIn(input)
  if (outcome.kind === 'refused') {
    await Promise.all([ctx.attempts.count(accountKey, failedSignIns), ctx.attempts.count(addressKey, failedSignIns)])
    return { kind: 'refused' }
  }
  await ctx.attempts.forget(accountKey, failedSignIns)
  if (outcome.kind !== 'unverified') return outcome

  await mailConfirmation(ctx, input)
  return { kind: 'confirm-first' }
}

/** Whoever knows the password of an unconfirmed account gets the link again, as often as one mailbox may be written to. */
async function mailConfirmation(ctx: IdentityCtx, { email, next }: SignInInput): Promise<void> {
  const account = await requirePasswords(ctx).findAccountByEmail(email)
  if (!account) return
  try {
    await countTry(ctx.attempts, `mail:${email}`, mailsToOne)
    await sendConfirmLink(ctx, { account, email, next })
  } catch (fault) {
    // Enough mails are on their way; the page says the same.
    if (!(fault instanceof TooManyRequests)) throw fault
  }
}
