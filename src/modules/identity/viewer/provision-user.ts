import type { IdentityProvider, SessionFacts } from '../ports.ts'
import { bringUser, type BringCtx } from './bring-user.ts'
import { findViewerRow, type KnownViewer } from './viewer.queries.ts'

/** Unforced bringings of this process that are not over yet, for each provider by subject. */
const underWay = new WeakMap<IdentityProvider, Map<string, Promise<KnownViewer | null>>>()

/**
 * The user of a session, made now if no event has brought them yet. Any number of first requests at once come to the
 * same one user. The session alone answers the common case; the account is asked for only when there is a reason.
 *
 * @param options forced, everything is written again, not only what this request needs; `known`, what was found of them already
 * @returns null when nobody is signed in, or the account is gone
 */
export async function provisionUser(ctx: BringCtx, session: SessionFacts | null, options: { isForced?: boolean; known?: KnownViewer | null } = {}): Promise<KnownViewer | null> {
  if (!session) return null

  const known = options.known !== undefined ? options.known : await ctx.inSystem((tx) => findViewerRow(tx, ctx.accounts.provider, session.subject))
  const isUpToDate = !options.isForced && known !== null && agrees(session, known)
  const row = isUpToDate ? known : await (options.isForced ? bringUser(ctx, session.subject, 'sync') : bringOnce(ctx, session.subject))
  return row && !row.isDeleted ? row : null
}

function agrees(session: SessionFacts, known: KnownViewer): boolean {
  return session.isEmailVerified === null || session.isEmailVerified === known.isEmailVerified
}

/**
 * First requests come in swarms, a page and all it loads: the provider is asked once for all of them, or the swarm
 * would use up its rate limit. Who forces wants what is there now, and asks alone.
 */
function bringOnce(ctx: BringCtx, subject: string): Promise<KnownViewer | null> {
  const ofProvider = underWay.get(ctx.accounts) ?? new Map<string, Promise<KnownViewer | null>>()
  underWay.set(ctx.accounts, ofProvider)
  const running = ofProvider.get(subject)
  if (running) return running

  const brought = bringUser(ctx, subject, 'first-request').finally(() => ofProvider.delete(subject))
  ofProvider.set(subject, brought)
  return brought
}
