import { sql } from 'kysely'
import type { MemberRole } from '#platform/ctx.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { escapeLike } from '../escape-like.ts'

/** An invitation that is still open, as the people page lists it. */
export interface OpenInvitation {
  id: string
  email: string
  role: MemberRole
  expiresAt: Date
  sentAt: Date
}

/** An invitation as whoever holds its link sees it. */
export interface HeldInvitation {
  id: string
  organizationId: string
  email: string
  role: MemberRole
  expiresAt: Date
  acceptedAt: Date | null
  revokedAt: Date | null
  schoolName: string
  slug: string
  brandColour: string
  /** Of the school. BCP 47. */
  locale: string
  inviterName: string
  /** What is known of who was invited, by the ids of the school's fields. */
  customValues: Record<string, string[]>
}

export async function insertInvitation(
  tx: Tx,
  invitation: { organizationId: string; id: string; email: string; role: string; tokenHash: string; invitedBy: string; expiresAt: Date; customValues?: Record<string, string[]> },
): Promise<void> {
  await tx
    .insertInto('organization_invitations')
    .values({
      organization_id: invitation.organizationId,
      id: invitation.id,
      email: invitation.email,
      role: invitation.role,
      token_hash: invitation.tokenHash,
      invited_by: invitation.invitedBy,
      expires_at: invitation.expiresAt,
      custom_values: JSON.stringify(invitation.customValues ?? {}),
    })
    .execute()
}

/** The newest first: ids follow the time they were made. */
export async function selectOpenInvitations(tx: Tx, organizationId: string, wanted: { search: string; after: string | null; limit: number }): Promise<OpenInvitation[]> {
  let asked = tx
    .selectFrom('organization_invitations')
    .select(['id', 'email', 'role', 'expires_at as expiresAt', 'updated_at as sentAt'])
    .where('organization_id', '=', organizationId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
  if (wanted.search) asked = asked.where('email', 'ilike', `%${escapeLike(wanted.search)}%`)
  if (wanted.after) asked = asked.where('id', '<', wanted.after)
  const found = await asked.orderBy('id', 'desc').limit(wanted.limit).execute()
  return found.map((row) => ({ ...row, role: row.role as MemberRole }))
}

export async function countOpenInvitations(tx: Tx, organizationId: string): Promise<number> {
  const found = await tx
    .selectFrom('organization_invitations')
    .select(({ fn }) => fn.countAll<string>().as('number'))
    .where('organization_id', '=', organizationId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(found.number)
}

/** @returns whether there was an open invitation to renew */
export async function renewInvitation(tx: Tx, organizationId: string, id: string, renewed: { tokenHash: string; expiresAt: Date }): Promise<boolean> {
  const changed = await tx
    .updateTable('organization_invitations')
    .set({ token_hash: renewed.tokenHash, expires_at: renewed.expiresAt })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** @returns whether there was an open invitation to take back */
export async function markRevoked(tx: Tx, organizationId: string, id: string, at: Date): Promise<boolean> {
  const changed = await tx
    .updateTable('organization_invitations')
    .set({ revoked_at: at, custom_values: '{}' })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** What was known of who was invited stands in their fields from here on, and nowhere else. */
export async function markAccepted(tx: Tx, organizationId: string, id: string, at: Date): Promise<void> {
  await tx.updateTable('organization_invitations').set({ accepted_at: at, custom_values: '{}' }).where('organization_id', '=', organizationId).where('id', '=', id).execute()
}

/** By the hash of the link's secret; locked, so that a link is accepted once. */
export async function findInvitationByHash(tx: Tx, tokenHash: string): Promise<HeldInvitation | null> {
  const { rows } = await sql<HeldInvitation>`
    select i.id, i.organization_id as "organizationId", i.email, i.role, i.expires_at as "expiresAt", i.accepted_at as "acceptedAt",
      i.revoked_at as "revokedAt", o.name as "schoolName", o.slug, o.brand_colour as "brandColour", o.locale, u.name as "inviterName", i.custom_values as "customValues"
    from organization_invitations i
    join organizations o on o.id = i.organization_id and o.deleted_at is null
    join users u on u.id = i.invited_by
    where i.token_hash = ${tokenHash}
    for update of i`.execute(tx)
  return rows[0] ?? null
}

export async function findInvitation(tx: Tx, organizationId: string, id: string): Promise<HeldInvitation | null> {
  const { rows } = await sql<{ hash: string }>`
    select token_hash as hash from organization_invitations where organization_id = ${organizationId} and id = ${id}`.execute(tx)
  return rows[0] ? findInvitationByHash(tx, rows[0].hash) : null
}
