import type { Tx } from '#platform/db/transaction.ts'

export async function findEmbedOrigins(tx: Tx, organizationId: string): Promise<string[]> {
  const found = await tx.selectFrom('organizations').select('embed_origins').where('id', '=', organizationId).executeTakeFirst()
  return found?.embed_origins ?? []
}

export async function updateEmbedOrigins(tx: Tx, organizationId: string, origins: readonly string[]): Promise<void> {
  await tx.updateTable('organizations').set({ embed_origins: [...origins] }).where('id', '=', organizationId).execute()
}
