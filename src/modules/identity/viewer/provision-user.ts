import type { AccountFacts } from '../ports.ts'
import type { IdentityCtx } from '../identity-ctx.ts'
import { syncUser } from '../sync/sync-user.ts'
import type { Door } from '../sync/user-facts.ts'
import { findViewerRow, readDatabaseTime, type ViewerRow } from '../viewer/viewer.queries.ts'

/**
 * The user of someone who is signed in, made now if no event has brought them yet. Any number of first requests at
 * once come to the same one user.
 *
 * @param ask reads the account; asked again when something is to be written, so that the facts are no older than their date
 * @param options forced, everything is written again, not only what this request needs
 * @returns null when nobody is signed in, or the account is gone
 */
export async function provisionUser(
  ctx: Pick<IdentityCtx, 'accounts' | 'ids' | 'inSystem'>,
  ask: () => Promise<AccountFacts | null>,
  options: { isForced: boolean } = { isForced: false },
): Promise<ViewerRow | null> {
  const seen = await ask()
  if (!seen) return null

  const known = await ctx.inSystem((tx) => findViewerRow(tx, ctx.accounts.provider, seen.subject))
  const isUpToDate = !options.isForced && known !== null && known.isEmailVerified === seen.isEmailVerified
  const row = isUpToDate ? known : await syncSeen(ctx, ask, options.isForced ? 'sync' : 'first-request')
  return row && !row.isDeleted ? row : null
}

async function syncSeen(ctx: Pick<IdentityCtx, 'accounts' | 'ids' | 'inSystem'>, ask: () => Promise<AccountFacts | null>, door: Door): Promise<ViewerRow | null> {
  const occurredAt = await ctx.inSystem(readDatabaseTime)
  const account = await ask()
  if (!account) return null

  const { provider } = ctx.accounts
  return ctx.inSystem(async (tx) => {
    await syncUser(tx, { kind: 'seen', provider, ...account, occurredAt, newUserId: ctx.ids.next(), door })
    return findViewerRow(tx, provider, account.subject)
  })
}
