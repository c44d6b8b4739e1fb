import { AppError, NotFound } from '#platform/errors/app-error.ts'
import { installationOrigin, requirePasskeys, requirePasswords, requireSocial, type IdentityCtx } from '../identity-ctx.ts'
import type { SocialName } from '../ports.ts'
import { proveSelf, requireSubject, type Self } from '../security/prove-self.ts'
import { securityWords } from '../security/words/security-words.ts'
import { tellOwner } from '../security/tell-owner.ts'
import { goElsewhere, type ElsewhereBegun } from './begin-elsewhere.ts'

/** An account elsewhere as its owner sees it. */
export interface LinkedView {
  id: string
  /** By its id, for its mark. */
  provider: string
  name: string
  since: Date
  /** Its provider's keys are still set, so it still opens this account. */
  opens: boolean
  /** How one gets in without it; none: it must stay. */
  otherWays: OtherWay[]
}

/** A way in that needs no mail. */
export type OtherWay = 'password' | 'passkeys' | 'elsewhere'

/** Which accounts elsewhere open this one, and with which others it could be linked. */
export interface Elsewhere {
  linked: LinkedView[]
  linkable: SocialName[]
}

/** Nothing else would open the account but links by mail, and a mailbox is lost more easily than it seems. */
export class LastWayIn extends AppError {
  constructor() {
    super({ code: 'last-way-in', status: 409, publicMessage: securityWords().lastWayIn })
  }
}

/** @throws NotFound where no provider is configured and none is linked */
export async function listElsewhere(ctx: IdentityCtx, userId: string): Promise<Elsewhere> {
  const { providers } = requireSocial(ctx)
  const found = await readWays(ctx, await requireSubject(ctx, userId))
  if (providers.length === 0 && found.length === 0) throw new NotFound('no account elsewhere can be linked here')
  return { linked: found, linkable: providers.filter(({ id }) => !found.some(({ provider }) => provider === id)) }
}

/**
 * Begins to link an account elsewhere. It may have another address than this one: its owner shows both.
 *
 * @throws InvalidInput, TooManyRequests, SignInAgain as `proveSelf`; NotFound for a provider that is not configured
 */
export async function linkElsewhere(ctx: IdentityCtx, self: Self, { provider, next }: { provider: string; next: string | null }): Promise<ElsewhereBegun> {
  await proveSelf(ctx, self)
  const here = (state?: string) => {
    const url = new URL('/account/elsewhere', installationOrigin(ctx))
    if (state) url.searchParams.set('state', state)
    if (next) url.searchParams.set('next', next)
    return url.href
  }
  return goElsewhere(ctx, { provider, callbackUrl: here('linked'), errorUrl: here(), isLink: true, headers: self.headers })
}

/**
 * Takes an account elsewhere off; it opens this one no longer. One that is gone already is no fault.
 *
 * @throws LastWayIn
 */
export async function unlinkElsewhere(ctx: IdentityCtx, { userId, accountId }: { userId: string; accountId: string }): Promise<void> {
  const subject = await requireSubject(ctx, userId)
  const found = (await readWays(ctx, subject)).find(({ id }) => id === accountId)
  if (!found) return
  // Two taken off at the same moment may leave none: then a link by mail is the way in, as it is for whoever has no password.
  if (found.opens && found.otherWays.length === 0) throw new LastWayIn()
  if (!(await requireSocial(ctx).remove(subject, accountId))) return

  const account = await ctx.accounts.fetchAccount(subject)
  if (account?.email) await tellOwner(ctx, { name: account.name, email: account.email }, 'elsewhere-unlinked')
}

async function readWays(ctx: IdentityCtx, subject: string): Promise<LinkedView[]> {
  const social = requireSocial(ctx)
  const [linked, hasPassword, passkeys] = await Promise.all([social.list(subject), requirePasswords(ctx).hasPassword(subject), requirePasskeys(ctx).list(subject)])
  const named = linked.map(({ id, provider, since }) => ({ id, provider, since, known: social.providers.find((one) => one.id === provider) }))
  return named.map(({ id, provider, since, known }) => {
    const hasAnother = named.some((other) => other.id !== id && other.known)
    const otherWays: OtherWay[] = [...(hasPassword ? ['password' as const] : []), ...(passkeys.length > 0 ? ['passkeys' as const] : []), ...(hasAnother ? ['elsewhere' as const] : [])]
    return { id, provider, name: known?.name ?? provider, since, opens: known !== undefined, otherWays }
  })
}
