import { installationOrigin, requirePasswords, type IdentityCtx } from '../identity-ctx.ts'
import type { AccountFacts } from '../ports.ts'
import { countTry, mailsFromAddress, mailsToOne } from './limits.ts'
import { safeNext } from './safe-next.ts'
import { takeAtLeast } from './take-at-least.ts'

const aDaySeconds = 86_400
const evenlyMs = 700

/** Someone who wants an account. */
export interface SignUpInput {
  name: string
  email: string
  password: string
  /** Where to go once the address is confirmed. */
  next: string | null
  /** The address the request comes from, for throttling. */
  address: string
}

/**
 * Makes an account and mails the link that confirms its address. Whether the address had an account already, only its
 * mailbox learns: the answer, and the time it takes, are the same.
 *
 * An account that was never confirmed is made anew: whoever typed the address before has no claim on it, and no
 * password of theirs may survive.
 *
 * @throws TooManyRequests; NotFound where the provider keeps the passwords
 */
export async function signUp(ctx: IdentityCtx, input: SignUpInput): Promise<void> {
  const passwords = requirePasswords(ctx)
  await countTry(ctx.attempts, `sign-up:${input.address}`, mailsFromAddress)
  await countTry(ctx.attempts, `mail:${input.email}`, mailsToOne)
  await takeAtLeast(evenlyMs, async () => {
    const existing = await passwords.findAccountByEmail(input.email)
    if (existing?.isEmailVerified) return tellOwner(ctx, existing, input)

    if (existing) await passwords.removeAccount(existing.subject)
    const account = await passwords.createAccount({ ...input, isVerified: false })
    if (!account) return
    await ctx.accountEvents.settle(account.subject)
    await sendConfirmLink(ctx, { account, email: input.email, next: input.next })
  })
}

/** Mails the link that confirms the address of an account. */
export async function sendConfirmLink(ctx: IdentityCtx, { account, email, next: wanted }: { account: AccountFacts; email: string; next: string | null }): Promise<void> {
  const next = safeNext(ctx.config, wanted)
  const link = await requirePasswords(ctx).createConfirmLink({
    subject: account.subject,
    callbackUrl: next ?? `${installationOrigin(ctx)}/`,
    expiresInSeconds: aDaySeconds,
  })
  await ctx.accountMails.send({ kind: 'confirm-address', to: email, name: account.name, link, next })
}

async function tellOwner(ctx: IdentityCtx, account: AccountFacts, input: SignUpInput): Promise<void> {
  await requirePasswords(ctx).spendPasswordWork()
  const next = safeNext(ctx.config, input.next)
  const link = `${installationOrigin(ctx)}/sign-in${next ? `?next=${encodeURIComponent(next)}` : ''}`
  await ctx.accountMails.send({ kind: 'account-exists', to: input.email, name: account.name, link, next })
}
