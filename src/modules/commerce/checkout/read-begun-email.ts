import type { CommercePersonCtx } from '../ctx.ts'
import { findOpenEmail } from './checkout.queries.ts'
import { hashCheckoutToken } from './checkout-token.ts'

/**
 * The address that this browser typed before it left the payment page, so that nobody types it twice. Another browser
 * does not learn it: the secret in the cookie is what opens it.
 *
 * @returns null when the browser began nothing, or the attempt is over
 */
export async function readBegunEmail(ctx: CommercePersonCtx, input: { token: string | null; subjectId: string }): Promise<string | null> {
  const { token, subjectId } = input
  if (!token) return null
  return ctx.inSystem((tx) => findOpenEmail(tx, { organizationId: ctx.organizationId, tokenHash: hashCheckoutToken(token), subjectId }))
}
