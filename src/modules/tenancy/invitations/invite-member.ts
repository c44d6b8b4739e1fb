import type { MemberRole, TenantCtx, Tx } from '#platform/ctx.ts'
import { isUniqueViolation } from '#platform/db/database-faults.ts'
import { InvalidInput, NotFound, SignInRequired } from '#platform/errors/app-error.ts'
import { appendEvent } from '#platform/events/append-event.queries.ts'
import { isMemberAddress } from '../people/people.queries.ts'
import { isId } from '../is-id.ts'
import { requirePermission } from '../permissions.ts'
import { hashInvitationToken, invitationToken } from './invitation-token.ts'
import { insertInvitation, markRevoked, renewInvitation, selectOpenInvitations, type OpenInvitation } from './invitations.queries.ts'

const daysOpen = 14

/** What inviting asks for: the person's own context, and the secret that links are made with. */
export interface InvitingCtx extends TenantCtx {
  config: { appSecret: string }
}

/**
 * Invites someone by mail. The mail goes out by the event `invitation.sent`, in the same transaction as the row.
 *
 * @throws NotFound, NotAllowed; InvalidInput beside `email` when the person is here or invited already
 */
export async function inviteMember(ctx: InvitingCtx, input: { email: string; role: Exclude<MemberRole, 'owner'> }): Promise<{ invitationId: string }> {
  const { userId } = ctx
  if (!userId) throw new SignInRequired()

  const id = ctx.ids.next()
  try {
    await ctx.inTenant(async ({ tx, role }) => {
      requirePermission(role, 'people.manage')
      if (await isMemberAddress(tx, ctx.organizationId, input.email)) throw new InvalidInput({ email: 'This person belongs to your school already.' })

      const sealed = seal(ctx, id)
      await insertInvitation(tx, { organizationId: ctx.organizationId, id, ...input, ...sealed, invitedBy: userId })
      await tellSent(ctx, tx, id, sealed.expiresAt)
    })
  } catch (fault) {
    if (isUniqueViolation(fault, 'organization_invitations_open')) throw new InvalidInput({ email: 'This person is invited already. You can send the invitation again below.' })
    throw fault
  }
  return { invitationId: id }
}

/**
 * Sends an open invitation again, for another two weeks. The link of the earlier mail stops working.
 *
 * @throws NotFound, NotAllowed
 */
export async function resendInvitation(ctx: InvitingCtx, invitationId: string): Promise<void> {
  await ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'people.manage')
    if (!isId(invitationId)) throw new NotFound('an id that cannot be one')
    const sealed = seal(ctx, invitationId)
    if (!(await renewInvitation(tx, ctx.organizationId, invitationId, sealed))) throw new NotFound('there is no such open invitation')
    await tellSent(ctx, tx, invitationId, sealed.expiresAt)
  })
}

/**
 * Takes an open invitation back: its link stops working at once.
 *
 * @throws NotFound, NotAllowed
 */
export async function revokeInvitation(ctx: TenantCtx, invitationId: string): Promise<void> {
  await ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'people.manage')
    if (!isId(invitationId) || !(await markRevoked(tx, ctx.organizationId, invitationId, ctx.clock.now()))) throw new NotFound('there is no such open invitation')
  })
}

/**
 * The invitations that wait for an answer, the newest first.
 *
 * @throws NotFound, NotAllowed
 */
export async function listInvitations(ctx: TenantCtx): Promise<OpenInvitation[]> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'people.manage')
    return selectOpenInvitations(tx, ctx.organizationId)
  })
}

function seal(ctx: InvitingCtx, id: string): { expiresAt: Date; tokenHash: string } {
  const expiresAt = new Date(ctx.clock.now().getTime() + daysOpen * 86_400_000)
  return { expiresAt, tokenHash: hashInvitationToken(invitationToken(ctx.config.appSecret, { id, expiresAt })) }
}

async function tellSent(ctx: TenantCtx, tx: Tx, invitationId: string, expiresAt: Date): Promise<void> {
  const payload = { invitationId, expiresAt: expiresAt.toISOString() }
  await appendEvent(tx, { organizationId: ctx.organizationId, id: ctx.ids.next(), name: 'invitation.sent', payload })
}
