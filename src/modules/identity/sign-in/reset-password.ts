import { AppError } from '#platform/errors/app-error.ts'
import { requirePasswords, type IdentityCtx } from '../identity-ctx.ts'
import { failedSignIns } from './limits.ts'
import { signInWords } from './words/sign-in-words.ts'

/** The link for a new password was used, or is too old. */
export class ResetLinkOver extends AppError {
  constructor() {
    super({ code: 'reset-link-over', status: 409, publicMessage: signInWords().resetLinkOver })
  }
}

/**
 * Sets a new password by the link from the mail, ends all sessions, and lifts the limit on failed sign-ins.
 *
 * @throws ResetLinkOver
 */
export async function resetPassword(ctx: Pick<IdentityCtx, 'passwords' | 'attempts'>, input: { token: string; password: string }): Promise<void> {
  const passwords = requirePasswords(ctx)
  const account = await passwords.resetPassword(input.token, input.password)
  if (!account) throw new ResetLinkOver()
  if (account.email) await ctx.attempts.forget(`sign-in:account:${account.email}`, failedSignIns)
}
