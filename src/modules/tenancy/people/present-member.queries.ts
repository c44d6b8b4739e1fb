import type { Tx } from '#platform/db/transaction.ts'
import type { Presentation } from './present-member.ts'

/** @returns whether there was such a membership */
export async function writePresentation(tx: Tx, organizationId: string, input: Presentation): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('organization_memberships')
    .set({ display_name: input.displayName, title: input.title, bio: input.bio, is_public: input.isPublic })
    .where('organization_id', '=', organizationId)
    .where('id', '=', input.membershipId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
