import type { Pool } from 'pg'
import { askAsVisitor } from '#platform/db/with-tenant.ts'
import type { Scope } from '../scope-names.ts'

/** A key that was sent with a request, and counted. */
export interface TakenRow {
  key_id: string
  made_by: string
  scopes: Scope[]
  used: number
  seconds_left: number
}

/** @returns null for a key that opens nothing in this school */
export async function takeKeyByHash(pool: Pool, wanted: { organizationId: string; secretHash: string }): Promise<TakenRow | null> {
  const found = await askAsVisitor<TakenRow>(pool, (literal) => `select * from public.take_api_key(${literal(wanted.secretHash)}, ${literal(wanted.organizationId)})`)
  return found[0] ?? null
}
