import { AppError, InvalidInput } from '#platform/errors/app-error.ts'
import { installationOrigin, requirePasswords, type IdentityCtx } from '../identity-ctx.ts'
import { countTry, mailsToOne } from '../sign-in/limits.ts'
import { proveSelf, requireSubject, type Self } from './prove-self.ts'
import { tellOwner } from './tell-owner.ts'
import { securityWords } from './words/security-words.ts'

const linkMinutes = 60

/** The link to a new address was used, is too old, or was asked for by another account. */
export class AddressLinkOver extends AppError {
  constructor() {
    super({ code: 'address-link-over', status: 409, publicMessage: securityWords().changeLinkOver })
  }
}

/** Meanwhile the address became another account's. */
export class AddressTaken extends AppError {
  constructor() {
    super({ code: 'address-taken', status: 409, publicMessage: securityWords().addressHasAccount })
  }
}

/**
 * Mails a link to the new address. Only whoever reads that mailbox learns whether it has an account already; the
 * address changes when the link is followed by the one who asked, signed in.
 *
 * @throws InvalidInput, TooManyRequests, SignInAgain as `proveSelf`
 */
export async function requestAddressChange(ctx: IdentityCtx, self: Self, input: { email: string; next: string | null }): Promise<void> {
  const passwords = requirePasswords(ctx)
  const { subject, name, email: current } = await proveSelf(ctx, self)
  if (current === input.email) throw new InvalidInput({ email: securityWords().yourAddressAlready })

  await countTry(ctx.attempts, `mail:${input.email}`, mailsToOne)
  const owner = await passwords.findAccountByEmail(input.email)
  if (owner?.isEmailVerified) {
    await ctx.accountMails.send({ kind: 'account-exists', to: input.email, name: owner.name, link: `${installationOrigin(ctx)}/sign-in`, next: input.next })
    return
  }
  const token = await passwords.createAddressToken({ subject, email: input.email, expiresInSeconds: linkMinutes * 60 })
  const link = new URL('/account/address/confirm', installationOrigin(ctx))
  link.searchParams.set('token', token)
  if (input.next) link.searchParams.set('next', input.next)
  await ctx.accountMails.send({ kind: 'change-address', to: input.email, name, link: link.href, next: input.next })
}

/**
 * Gives the account its new address, by the secret that was mailed there. An account that was never confirmed has no
 * claim on the address and gives way.
 *
 * @returns the new address
 * @throws AddressLinkOver, AddressTaken
 */
export async function confirmAddressChange(ctx: IdentityCtx, userId: string, token: string): Promise<string> {
  const passwords = requirePasswords(ctx)
  const subject = await requireSubject(ctx, userId)
  const before = await ctx.accounts.fetchAccount(subject)
  const wanted = await passwords.takeNewAddress(token, subject)
  if (!wanted) throw new AddressLinkOver()

  const other = await passwords.findAccountByEmail(wanted)
  if (other && !other.isEmailVerified) await passwords.removeAccount(other.subject)
  if (!(await passwords.changeAddress(subject, wanted))) throw new AddressTaken()

  await ctx.accountEvents.settle(subject)
  if (before?.email) await tellOwner(ctx, { name: before.name, email: before.email }, 'address-changed')
  return wanted
}
