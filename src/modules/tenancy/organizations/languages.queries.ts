import type { SchoolTongues } from '#platform/i18n/choose-locale.ts'
import type { Tx } from '#platform/db/transaction.ts'

export async function findTongues(tx: Tx, organizationId: string): Promise<(SchoolTongues & { currency: string }) | null> {
  const found = await tx.selectFrom('organizations').select(['locale', 'languages', 'currency']).where('id', '=', organizationId).executeTakeFirst()
  return found ?? null
}

export async function writeTongues(tx: Tx, organizationId: string, { locale, languages }: SchoolTongues): Promise<void> {
  await tx.updateTable('organizations').set({ locale, languages: [...languages] }).where('id', '=', organizationId).execute()
}
