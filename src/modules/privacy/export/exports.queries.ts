import { sql } from 'kysely'
import type { OwnScope } from '#modules/tenancy/index.ts'
import type { Tx } from '#platform/db/transaction.ts'

/** A copy that somebody asked for. */
export interface DataExport {
  id: string
  userId: string
  organizationId: string | null
  state: 'asked' | 'ready'
  sizeBytes: number | null
  /** Files that were too much for it. */
  leftOut: number
  expiresAt: Date | null
  createdAt: Date
}

const columns = sql`id, user_id as "userId", organization_id as "organizationId", state, size_bytes::float8 as "sizeBytes", left_out as "leftOut", expires_at as "expiresAt", created_at as "createdAt"`

export async function insertExport(tx: Tx, { id, userId, organizationId }: OwnScope & { id: string }): Promise<void> {
  await tx.insertInto('data_exports').values({ id, user_id: userId, organization_id: organizationId }).execute()
}

/** The newest copy of a scope that is not over. One person asks one after the other: the person's row is locked. */
export async function findCurrentExport(tx: Tx, { userId, organizationId }: OwnScope, now: Date): Promise<DataExport | null> {
  await sql`select 1 from users where id = ${userId} for update`.execute(tx)
  const { rows } = await sql<DataExport>`
    select ${columns} from data_exports
    where user_id = ${userId} and organization_id is not distinct from ${organizationId}::uuid and (expires_at is null or expires_at > ${now})
    order by created_at desc limit 1`.execute(tx)
  return rows[0] ?? null
}

export async function findExport(tx: Tx, id: string): Promise<DataExport | null> {
  const { rows } = await sql<DataExport>`select ${columns} from data_exports where id = ${id}`.execute(tx)
  return rows[0] ?? null
}

/** @returns whether it was waiting for that */
export async function markExportReady(tx: Tx, id: string, ready: { sizeBytes: number; leftOut: number; expiresAt: Date }): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('data_exports')
    .set({ state: 'ready', size_bytes: ready.sizeBytes, left_out: ready.leftOut, expires_at: ready.expiresAt })
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Deletes copies that are over, or all of a person. @returns which, so that their bytes go too */
export async function deleteExports(tx: Tx, which: { before: Date } | { userId: string }): Promise<{ id: string; userId: string }[]> {
  const asked = tx.deleteFrom('data_exports').returning(['id', 'user_id as userId'])
  return ('before' in which ? asked.where('expires_at', '<', which.before) : asked.where('user_id', '=', which.userId)).execute()
}
