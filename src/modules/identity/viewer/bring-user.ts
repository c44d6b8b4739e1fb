import { log } from '#platform/log/log.ts'
import type { IdentityCtx } from '../identity-ctx.ts'
import { syncUser } from '../sync/sync-user.ts'
import type { Door } from '../sync/user-facts.ts'
import { findViewerRow, readDatabaseTime, type KnownViewer } from './viewer.queries.ts'

/** What it takes to bring somebody here from their account. */
export type BringCtx = Pick<IdentityCtx, 'accounts' | 'ids' | 'inSystem'>

const providerWords = { builtin: 'the built-in accounts', clerk: 'Clerk' }

/**
 * Reads an account and writes what it says about its user, making the user if nobody has yet.
 *
 * The facts are dated by the provider where it says when they changed. Where it does not, the time is taken before
 * asking, so that they are no older than their date.
 *
 * @param door by which way the reason to ask came
 * @returns null when the account is gone; the row of a deleted user as it is
 */
export async function bringUser(ctx: BringCtx, subject: string, door: Door): Promise<KnownViewer | null> {
  const { provider } = ctx.accounts
  const askedAt = provider === 'builtin' ? await ctx.inSystem(readDatabaseTime) : null
  const account = await ctx.accounts.fetchAccount(subject)
  if (!account) return null

  const { updatedAt, ...facts } = account
  const newUserId = ctx.ids.next()
  const row = await ctx.inSystem(async (tx) => {
    await syncUser(tx, { kind: 'seen', provider, ...facts, occurredAt: updatedAt ?? askedAt, newUserId, door })
    return findViewerRow(tx, provider, subject)
  })
  // Many may have tried at once; the one whose id was taken made somebody.
  if (row?.userId === newUserId) log.info({ userId: newUserId }, `User ${subject} not found in the database, creating from ${providerWords[provider]}`)
  return row
}
