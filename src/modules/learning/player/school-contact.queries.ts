import type { Tx } from '#platform/db/transaction.ts'

/** The address of the one who has owned the school longest, if it was confirmed. */
export async function findOwnerAddress(tx: Tx, organizationId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('organization_memberships as m')
    .innerJoin('users as u', 'u.id', 'm.user_id')
    .select('u.email')
    .where('m.organization_id', '=', organizationId)
    .where('m.role', '=', 'owner')
    .where('m.deleted_at', 'is', null)
    .where('u.deleted_at', 'is', null)
    .where('u.email_verified_at', 'is not', null)
    .orderBy('m.created_at')
    .orderBy('m.id')
    .executeTakeFirst()
  return row?.email ?? null
}
