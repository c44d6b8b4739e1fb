import { NotFound, TooManyRequests } from '#platform/errors/app-error.ts'
import { installationOrigin, requireSocial, type IdentityCtx } from '../identity-ctx.ts'
import type { SessionChange, SocialFault } from '../ports.ts'
import { countTry, waysElsewhere } from '../sign-in/limits.ts'

/** Why somebody is on the sign-in page again: what the provider did, or that they began too often. */
export type ElsewhereFault = SocialFault | 'pause'

/** Where the browser goes on to, or why it stays. */
export type ElsewhereBegun = ({ kind: 'begun'; url: string; name: string } & SessionChange) | { kind: 'stays'; fault: ElsewhereFault }

/**
 * Begins to sign in, or up, with an account elsewhere.
 *
 * @param input `next` is a full address of ours; it is kept whichever way this ends
 * @throws NotFound for a provider that is not configured
 */
export async function beginElsewhere(ctx: IdentityCtx, input: { provider: string; next: string | null; headers: Headers; address: string }): Promise<ElsewhereBegun> {
  const origin = installationOrigin(ctx)
  const errorUrl = new URL('/sign-in', origin)
  if (input.next) errorUrl.searchParams.set('next', input.next)
  try {
    await countTry(ctx.attempts, `elsewhere:${input.address}`, waysElsewhere)
  } catch (fault) {
    if (fault instanceof TooManyRequests) return { kind: 'stays', fault: 'pause' }
    throw fault
  }
  return goElsewhere(ctx, { provider: input.provider, callbackUrl: input.next ?? `${origin}/`, errorUrl: errorUrl.href, isLink: false, headers: input.headers })
}

/** Begins the way, whatever for. @throws NotFound for a provider that is not configured */
export async function goElsewhere(ctx: Pick<IdentityCtx, 'social'>, input: Parameters<ReturnType<typeof requireSocial>['begin']>[0]): Promise<ElsewhereBegun> {
  const social = requireSocial(ctx)
  const begun = await social.begin(input)
  if (begun.kind === 'unknown') throw new NotFound('a provider was asked for that is not configured')
  if (begun.kind === 'silent') return { kind: 'stays', fault: 'silent' }
  return { ...begun, name: social.providers.find(({ id }) => id === input.provider)?.name ?? input.provider }
}
