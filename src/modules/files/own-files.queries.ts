import type { OwnScope } from '#modules/tenancy/index.ts'
import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'

/** A file that a person brought. */
export interface OwnFile {
  id: string
  name: string
  purpose: string
  mediaType: string
  sizeBytes: number
  storageKey: string
  since: Date
}

/** The files that a person brought and whose bytes are here, the newest first. */
export async function listOwnFiles(tx: Tx, { userId, organizationId }: OwnScope): Promise<OwnFile[]> {
  const { rows } = await sql<OwnFile>`
    select id, name, purpose, media_type as "mediaType", size_bytes::float8 as "sizeBytes", storage_key as "storageKey", created_at as since
    from files where uploaded_by = ${userId} and status = 'ready' and (${organizationId}::uuid is null or organization_id = ${organizationId}::uuid) order by created_at desc`.execute(tx)
  return rows
}
