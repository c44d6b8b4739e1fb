import { AppError, NotFound } from '#platform/errors/app-error.ts'
import { requirePasskeys, type IdentityCtx } from '../identity-ctx.ts'
import type { Passkey, PasskeyQuestion } from '../ports.ts'
import { proveSelf, requireSubject, type Self } from './prove-self.ts'
import { tellOwner } from './tell-owner.ts'
import { securityWords } from './words/security-words.ts'

/** What the browser brought is no passkey that was asked for, or came too late. */
export class PasskeyNotAdded extends AppError {
  constructor() {
    super({ code: 'passkey-not-added', status: 409, publicMessage: securityWords().passkeyNotAdded })
  }
}

/** The newest first. */
export async function listPasskeys(ctx: IdentityCtx, userId: string): Promise<Passkey[]> {
  return requirePasskeys(ctx).list(await requireSubject(ctx, userId))
}

/**
 * What the browser is asked so that its device makes a passkey; its answer goes to `addPasskey`.
 *
 * @throws InvalidInput, TooManyRequests, SignInAgain as `proveSelf`
 */
export async function askForPasskey(ctx: IdentityCtx, self: Self): Promise<PasskeyQuestion> {
  await proveSelf(ctx, self)
  return requirePasskeys(ctx).askToAdd(self.headers)
}

/** @throws PasskeyNotAdded */
export async function addPasskey(ctx: IdentityCtx, input: { userId: string; answer: unknown; name: string; headers: Headers }): Promise<void> {
  const subject = await requireSubject(ctx, input.userId)
  if (!(await requirePasskeys(ctx).add(input))) throw new PasskeyNotAdded()
  await tell(ctx, subject, 'passkey-added')
}

/** @throws NotFound for another person's */
export async function renamePasskey(ctx: IdentityCtx, input: { userId: string; passkeyId: string; name: string }): Promise<void> {
  const isTheirs = await requirePasskeys(ctx).rename(await requireSubject(ctx, input.userId), input.passkeyId, input.name)
  if (!isTheirs) throw new NotFound('a passkey of somebody else was to be renamed')
}

/** Takes a passkey away; whoever has it cannot sign in by it any more. One that is gone already is no fault. */
export async function removePasskey(ctx: IdentityCtx, input: { userId: string; passkeyId: string }): Promise<void> {
  const subject = await requireSubject(ctx, input.userId)
  if (await requirePasskeys(ctx).remove(subject, input.passkeyId)) await tell(ctx, subject, 'passkey-removed')
}

async function tell(ctx: IdentityCtx, subject: string, change: 'passkey-added' | 'passkey-removed'): Promise<void> {
  const account = await ctx.accounts.fetchAccount(subject)
  if (account?.email) await tellOwner(ctx, { name: account.name, email: account.email }, change)
}
