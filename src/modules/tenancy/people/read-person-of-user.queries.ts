import type { Tx } from '#platform/db/transaction.ts'

export async function findMembershipIdOf(tx: Tx, organizationId: string, userId: string): Promise<string | null> {
  const row = await tx.selectFrom('organization_memberships').select('id').where('organization_id', '=', organizationId).where('user_id', '=', userId).executeTakeFirst()
  return row?.id ?? null
}
