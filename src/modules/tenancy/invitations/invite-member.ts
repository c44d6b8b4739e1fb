import type { MemberRole, TenantCtx } from '#platform/ctx.ts'
import { isUniqueViolation } from '#platform/db/database-faults.ts'
import { InvalidInput, NotFound, SignInRequired } from '#platform/errors/app-error.ts'
import { isMemberAddress } from '../people/people.queries.ts'
import { isId } from '../is-id.ts'
import { requirePermission } from '../permissions.ts'
import { tenancyWords } from '../words/tenancy-words.ts'
import { countOpenInvitations, markRevoked, renewInvitation, selectOpenInvitations, type OpenInvitation } from './invitations.queries.ts'
import { placeInvitation, sealInvitation, tellSent } from './place-invitation.ts'

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
  const words = tenancyWords()
  const { userId } = ctx
  if (!userId) throw new SignInRequired()

  try {
    return await ctx.inTenant(async ({ tx, role }) => {
      requirePermission(role, 'people.manage')
      if (await isMemberAddress(tx, ctx.organizationId, input.email)) throw new InvalidInput({ email: words.belongsAlready })

      return { invitationId: await placeInvitation(ctx, tx, { organizationId: ctx.organizationId, ...input, invitedBy: userId }) }
    })
  } catch (fault) {
    if (isUniqueViolation(fault, 'organization_invitations_open')) throw new InvalidInput({ email: words.invitedAlready })
    throw fault
  }
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
    const sealed = sealInvitation(ctx, invitationId)
    if (!(await renewInvitation(tx, ctx.organizationId, invitationId, sealed))) throw new NotFound('there is no such open invitation')
    await tellSent(ctx, tx, { organizationId: ctx.organizationId, invitationId, expiresAt: sealed.expiresAt })
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

const pageSize = 50

/** Some of the invitations that wait for an answer. */
export interface InvitationsPage {
  invitations: OpenInvitation[]
  /** How many wait altogether. */
  count: number
  /** For the next page; null on the last. */
  nextCursor: string | null
}

/**
 * The invitations that wait for an answer, the newest first.
 *
 * @param input `limit` is how many at most, fifty if not given; `search` is part of an address; `after` the id that the page before ended with
 * @throws NotFound, NotAllowed
 */
export async function listInvitations(ctx: TenantCtx, input: { search?: string; after?: string | null; limit?: number } = {}): Promise<InvitationsPage> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'people.manage')
    const { limit = pageSize } = input
    const after = input.after && isId(input.after) ? input.after : null
    const found = await selectOpenInvitations(tx, ctx.organizationId, { search: (input.search ?? '').trim().slice(0, 100), after, limit: limit + 1 })
    const invitations = found.slice(0, limit)
    return { invitations, count: await countOpenInvitations(tx, ctx.organizationId), nextCursor: found.length > limit ? (invitations.at(-1)?.id ?? null) : null }
  })
}
