import type { MemberRole, SystemCtx, Tx } from '#platform/ctx.ts'
import { InvitationForAnother, InvitationOver } from '../errors.ts'
import { fillFromInvitation } from '../fields/fill-from-invitation.ts'
import { ensureMembership } from '../people/ensure-membership.ts'
import { hashInvitationToken } from './invitation-token.ts'
import { findInvitationByHash, markAccepted, type HeldInvitation } from './invitations.queries.ts'

/** An invitation as its link shows it, before anyone has said yes. */
export interface InvitationView {
  schoolName: string
  slug: string
  brandColour: string
  inviterName: string
  email: string
  role: MemberRole
}

/**
 * What a link invites to.
 *
 * @throws InvitationOver when it was accepted, taken back, is too old, or never was
 */
export async function readInvitation(ctx: SystemCtx, token: string): Promise<InvitationView> {
  return ctx.inSystem((tx) => requireOpen(ctx, tx, token))
}

/**
 * Makes whoever is signed in a member of the school, if the invitation went to their address.
 *
 * @returns the school's slug and the role
 * @throws InvitationOver, InvitationForAnother
 */
export async function acceptInvitation(
  ctx: SystemCtx,
  input: { token: string; viewer: { userId: string; email: string | null } },
): Promise<{ slug: string; role: MemberRole }> {
  return ctx.inSystem(async (tx) => {
    const invitation = await requireOpen(ctx, tx, input.token)
    if (invitation.email.toLowerCase() !== input.viewer.email?.toLowerCase()) throw new InvitationForAnother()

    const { organizationId } = invitation
    const { role, id: membershipId } = await ensureMembership(tx, { organizationId, userId: input.viewer.userId, role: invitation.role, id: ctx.ids.next() })
    await fillFromInvitation(tx, { organizationId, membershipId, userId: input.viewer.userId }, invitation.customValues)
    await markAccepted(tx, organizationId, invitation.id, ctx.clock.now())
    return { slug: invitation.slug, role }
  })
}

async function requireOpen(ctx: SystemCtx, tx: Tx, token: string): Promise<HeldInvitation> {
  const found = await findInvitationByHash(tx, hashInvitationToken(token))
  const isOpen = found && !found.acceptedAt && !found.revokedAt && found.expiresAt > ctx.clock.now()
  if (!isOpen) throw new InvitationOver()
  return found
}
