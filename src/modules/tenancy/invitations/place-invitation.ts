import type { GroundCtx, MemberRole, Tx } from '#platform/ctx.ts'
import { appendEvent } from '#platform/events/append-event.queries.ts'
import { hashInvitationToken, invitationToken } from './invitation-token.ts'
import { insertInvitation } from './invitations.queries.ts'

const daysOpen = 14

type Ctx = GroundCtx & { config: { appSecret: string } }

/**
 * Writes an invitation and the fact that mails it, in the caller's transaction.
 *
 * @returns its id
 * @throws a unique violation of `organization_invitations_open` when the address is invited already
 */
export async function placeInvitation(ctx: Ctx, tx: Tx, input: { organizationId: string; email: string; role: Exclude<MemberRole, 'owner'>; invitedBy: string; customValues?: Record<string, string[]> }): Promise<string> {
  const id = ctx.ids.next()
  const sealed = sealInvitation(ctx, id)
  await insertInvitation(tx, { id, ...input, ...sealed })
  await tellSent(ctx, tx, { organizationId: input.organizationId, invitationId: id, expiresAt: sealed.expiresAt })
  return id
}

/** Two weeks from now, and the hash of the secret that goes with it. */
export function sealInvitation(ctx: Ctx, id: string): { expiresAt: Date; tokenHash: string } {
  const expiresAt = new Date(ctx.clock.now().getTime() + daysOpen * 86_400_000)
  return { expiresAt, tokenHash: hashInvitationToken(invitationToken(ctx.config.appSecret, { id, expiresAt })) }
}

/** Appends the fact that messaging hears and mails. */
export async function tellSent(ctx: GroundCtx, tx: Tx, { organizationId, invitationId, expiresAt }: { organizationId: string; invitationId: string; expiresAt: Date }): Promise<void> {
  await appendEvent(tx, { organizationId, id: ctx.ids.next(), name: 'invitation.sent', payload: { invitationId, expiresAt: expiresAt.toISOString() } })
}
