import { installationOrigin, requirePasswords, type IdentityCtx } from '../identity-ctx.ts'
import { countTry, mailsFromAddress, mailsToOne } from './limits.ts'
import { safeNext } from './safe-next.ts'
import { takeAtLeast } from './take-at-least.ts'

const linkMinutes = 60
const evenlyMs = 500

/**
 * Mails a link for a new password, if the address has an account. The answer is the same for everyone.
 *
 * @throws TooManyRequests; NotFound where the provider keeps the passwords
 */
export async function requestPasswordReset(ctx: IdentityCtx, input: { email: string; next: string | null; address: string }): Promise<void> {
  const passwords = requirePasswords(ctx)
  await countTry(ctx.attempts, `reset:${input.address}`, mailsFromAddress)
  await countTry(ctx.attempts, `mail:${input.email}`, mailsToOne)
  await takeAtLeast(evenlyMs, async () => {
    const account = await passwords.findAccountByEmail(input.email)
    await passwords.spendPasswordWork()
    if (!account) return

    const token = await passwords.createResetToken(account.subject, linkMinutes * 60)
    const link = `${installationOrigin(ctx)}/reset?token=${encodeURIComponent(token)}`
    await ctx.accountMails.send({ kind: 'reset-password', to: input.email, name: account.name, link, next: safeNext(ctx.config, input.next) })
  })
}
