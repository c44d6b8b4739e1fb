import { installationOrigin, requirePasswords, type IdentityCtx } from '../identity-ctx.ts'
import { findBuyer } from '../sync/sync-user.queries.ts'
import { countTry, mailsFromAddress, mailsToOne } from './limits.ts'
import { safeNext } from './safe-next.ts'
import { takeAtLeast } from './take-at-least.ts'

const linkMinutes = 20
const evenlyMs = 500

/**
 * Mails a link that signs in, to whoever has an account or bought something under this address. The answer is the
 * same for everyone.
 *
 * @throws TooManyRequests; NotFound where the provider keeps the passwords
 */
export async function requestSignInLink(ctx: IdentityCtx, input: { email: string; next: string | null; address: string }): Promise<void> {
  const passwords = requirePasswords(ctx)
  await countTry(ctx.attempts, `sign-in-link:${input.address}`, mailsFromAddress)
  await countTry(ctx.attempts, `mail:${input.email}`, mailsToOne)
  await takeAtLeast(evenlyMs, async () => {
    const account = await passwords.findAccountByEmail(input.email)
    const buyer = account ? null : await ctx.inSystem((tx) => findBuyer(tx, input.email))
    const name = account?.name ?? buyer?.name
    await passwords.spendPasswordWork()
    if (name === undefined) return

    const next = safeNext(ctx.config, input.next)
    const callbackUrl = next ?? `${installationOrigin(ctx)}/`
    const link = await ctx.accounts.createSignInLink({ email: input.email, name, callbackUrl, expiresInSeconds: linkMinutes * 60 })
    await ctx.accountMails.send({ kind: 'sign-in-link', to: input.email, name, link, next })
  })
}
