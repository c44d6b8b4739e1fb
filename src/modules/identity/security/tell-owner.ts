import { installationOrigin, type IdentityCtx } from '../identity-ctx.ts'
import type { AccountChange } from '../ports.ts'

/** Mails the owner of an account what changed in how they sign in: whoever did not do it themselves learns of it. */
export async function tellOwner(ctx: Pick<IdentityCtx, 'config' | 'accountMails'>, { name, email }: { name: string; email: string }, change: AccountChange): Promise<void> {
  await ctx.accountMails.send({ kind: change, to: email, name, link: `${installationOrigin(ctx)}/account`, next: null })
}
