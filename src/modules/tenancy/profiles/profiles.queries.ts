import type { MemberRole } from '#platform/ctx.ts'
import type { Tx } from '#platform/db/transaction.ts'
import type { NewProfile } from './change-profile.ts'

/** A membership as its profile shows it. */
export interface Profile {
  membershipId: string
  userId: string
  role: MemberRole
  displayName: string
  title: string
  bio: string
  isPublic: boolean
  /** '' for none. */
  type: string
  fields: Record<string, string>
}

export async function findProfile(tx: Tx, organizationId: string, membershipId: string): Promise<Profile | null> {
  const row = await tx.selectFrom('organization_memberships').select(['id', 'user_id', 'role', 'display_name', 'title', 'bio', 'is_public', 'profile_type', 'profile'])
    .where('organization_id', '=', organizationId).where('id', '=', membershipId).where('deleted_at', 'is', null).executeTakeFirst()
  if (!row) return null
  return {
    membershipId: row.id, userId: row.user_id, role: row.role as MemberRole, displayName: row.display_name, title: row.title, bio: row.bio, isPublic: row.is_public,
    type: row.profile_type ?? '', fields: textsOf(row.profile),
  }
}

export async function findOwnMembership(tx: Tx, organizationId: string, userId: string): Promise<string | null> {
  const row = await tx.selectFrom('organization_memberships').select('id').where('organization_id', '=', organizationId).where('user_id', '=', userId).where('deleted_at', 'is', null).executeTakeFirst()
  return row?.id ?? null
}

export async function findPresetOf(tx: Tx, organizationId: string): Promise<string> {
  const row = await tx.selectFrom('organizations').select('preset').where('id', '=', organizationId).executeTakeFirstOrThrow()
  return row.preset
}

export async function writeProfile(tx: Tx, organizationId: string, input: NewProfile): Promise<void> {
  await tx.updateTable('organization_memberships')
    .set({ display_name: input.displayName, title: input.title, bio: input.bio, is_public: input.isPublic, profile_type: input.type || null, profile: JSON.stringify(input.fields) })
    .where('organization_id', '=', organizationId).where('id', '=', input.membershipId).where('deleted_at', 'is', null).execute()
}

/** The texts of a profile as the database kept them. */
export function textsOf(kept: unknown): Record<string, string> {
  if (typeof kept !== 'object' || kept === null) return {}
  return Object.fromEntries(Object.entries(kept).filter((field): field is [string, string] => typeof field[1] === 'string'))
}
