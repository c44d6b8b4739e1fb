import { sql } from 'kysely'
import type { Tx } from '#platform/ctx.ts'
import type { Scope } from '../scope-names.ts'

/** A key as people see it: never the key itself. */
export interface ApiKey {
  id: string
  name: string
  prefix: string
  scopes: Scope[]
  /** Null once that person is gone from the installation. */
  makerName: string | null
  /** Whether that person may still make keys here; without, the key opens nothing. */
  isMakerInCharge: boolean
  createdAt: Date
  expiresAt: Date | null
  isExpired: boolean
  lastUsedAt: Date | null
  /** Requests in the minute that runs. */
  usedThisMinute: number
  revokedAt: Date | null
  revokerName: string | null
}

const shown = sql<ApiKey>`
  select k.id, k.name, k.prefix, k.scopes, coalesce(nullif(m.display_name, ''), u.name) as "makerName",
    (m.deleted_at is null and m.role in (select p.role from role_permissions p where p.permission = 'api-keys.manage')) is true as "isMakerInCharge",
    k.created_at as "createdAt", k.expires_at as "expiresAt", (k.expires_at <= now()) is true as "isExpired", k.last_used_at as "lastUsedAt",
    case when k.window_started_at > now() - interval '1 minute' then k.window_used else 0 end as "usedThisMinute",
    k.revoked_at as "revokedAt", coalesce(nullif(r.display_name, ''), ru.name) as "revokerName"
  from api_keys k
  left join organization_memberships m on m.organization_id = k.organization_id and m.user_id = k.made_by
  left join users u on u.id = k.made_by
  left join organization_memberships r on r.organization_id = k.organization_id and r.user_id = k.revoked_by
  left join users ru on ru.id = k.revoked_by`

/** The school's keys: those in use first, then the newest. */
export async function selectKeys(tx: Tx, organizationId: string): Promise<ApiKey[]> {
  const found = await sql<ApiKey>`${shown} where k.organization_id = ${organizationId}
    order by (k.revoked_at is not null or (k.expires_at <= now()) is true), k.created_at desc, k.id desc limit 200`.execute(tx)
  return found.rows
}

export async function findKey(tx: Tx, organizationId: string, id: string): Promise<ApiKey | null> {
  const found = await sql<ApiKey>`${shown} where k.organization_id = ${organizationId} and k.id = ${id}`.execute(tx)
  return found.rows[0] ?? null
}

/** Counts the keys that open something; whoever makes one at the same time waits. */
export async function countKeysForAdding(tx: Tx, organizationId: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`api keys of ${organizationId}`}, 0))`.execute(tx)
  const found = await sql<{ count: number }>`select count(*)::int as count from api_keys
    where organization_id = ${organizationId} and revoked_at is null and (expires_at is null or expires_at > now())`.execute(tx)
  return found.rows[0]?.count ?? 0
}

export async function insertKey(
  tx: Tx,
  organizationId: string,
  key: { id: string; name: string; prefix: string; secretHash: string; scopes: Scope[]; madeBy: string; expiresAt: Date | null },
): Promise<void> {
  const { id, name, prefix, secretHash, scopes, madeBy, expiresAt } = key
  await tx.insertInto('api_keys').values({ organization_id: organizationId, id, name, prefix, secret_hash: secretHash, scopes, made_by: madeBy, expires_at: expiresAt }).execute()
}

/** @returns whether there was such a key that was not revoked yet */
export async function markRevoked(tx: Tx, organizationId: string, id: string, revoked: { at: Date; by: string | null }): Promise<boolean> {
  const done = await tx
    .updateTable('api_keys')
    .set({ revoked_at: revoked.at, revoked_by: revoked.by })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
