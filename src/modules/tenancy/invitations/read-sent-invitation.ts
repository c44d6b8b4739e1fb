import type { Tx } from '#platform/db/transaction.ts'
import { invitationToken } from './invitation-token.ts'
import { findInvitation, type HeldInvitation } from './invitations.queries.ts'

/**
 * What the mail of an invitation needs, its link's secret included.
 *
 * @param tx a transaction of the system
 * @returns null when the invitation was answered, taken back or sent anew since
 */
export async function readSentInvitation(
  tx: Tx,
  input: { organizationId: string; invitationId: string; expiresAt: Date; appSecret: string },
): Promise<(HeldInvitation & { token: string }) | null> {
  const found = await findInvitation(tx, input.organizationId, input.invitationId)
  const isCurrent = found && !found.acceptedAt && !found.revokedAt && found.expiresAt.getTime() === input.expiresAt.getTime()
  return isCurrent ? { ...found, token: invitationToken(input.appSecret, found) } : null
}
