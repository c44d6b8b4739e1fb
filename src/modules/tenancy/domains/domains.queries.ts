import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'
import type { DomainReason, DomainStanding, DomainState } from './judge-domain.ts'

/** A domain that a school says is its own. */
export interface Domain extends DomainStanding {
  id: string
  host: string
  challenge: string
  /** Whether its addresses are this installation's; null where that could not be compared. */
  leadsHere: boolean | null
  isPrimary: boolean
  checkedAt: Date | null
  verifiedAt: Date | null
  addedAt: Date
}

const domain = (tx: Tx) =>
  tx
    .selectFrom('domains')
    .select([
      'organization_id as organizationId', 'id', 'host', 'challenge', 'state', 'reason', 'leads_here as leadsHere', 'is_primary as isPrimary',
      'checked_at as checkedAt', 'verified_at as verifiedAt', 'failing_since as failingSince', 'created_at as addedAt',
    ])
    .$narrowType<{ state: DomainState; reason: DomainReason | null }>()

export async function selectDomains(tx: Tx, organizationId: string): Promise<Domain[]> {
  return domain(tx).where('organization_id', '=', organizationId).orderBy('host').execute()
}

export async function findDomain(tx: Tx, organizationId: string, id: string): Promise<Domain | null> {
  return (await domain(tx).where('organization_id', '=', organizationId).where('id', '=', id).executeTakeFirst()) ?? null
}

/** Locked until the transaction ends: two looks at once write one after the other. */
export async function lockDomain(tx: Tx, organizationId: string, id: string): Promise<Domain | null> {
  return (await domain(tx).where('organization_id', '=', organizationId).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null
}

export async function insertDomain(tx: Tx, row: { organizationId: string; id: string; host: string; challenge: string }): Promise<void> {
  await tx.insertInto('domains').values({ organization_id: row.organizationId, id: row.id, host: row.host, challenge: row.challenge }).execute()
}

export async function deleteDomain(tx: Tx, organizationId: string, id: string): Promise<void> {
  await tx.deleteFrom('domains').where('organization_id', '=', organizationId).where('id', '=', id).execute()
}

/** @param id null for the subdomain */
export async function writePrimary(tx: Tx, organizationId: string, id: string | null): Promise<void> {
  await tx.updateTable('domains').set({ is_primary: false }).where('organization_id', '=', organizationId).where('is_primary', '=', true).execute()
  if (id) await tx.updateTable('domains').set({ is_primary: true }).where('organization_id', '=', organizationId).where('id', '=', id).execute()
}

/** The school that has proven a host, other than this one. */
export async function isHeldByAnother(tx: Tx, host: string, organizationId: string): Promise<boolean> {
  const row = await tx.selectFrom('domains').select('id').where('host', '=', host).where('state', '=', 'verified').where('organization_id', '<>', organizationId).executeTakeFirst()
  return row !== undefined
}

export async function writeStanding(tx: Tx, organizationId: string, id: string, { state, reason, failingSince, leadsHere, now }: DomainStanding & { leadsHere: boolean | null; now: Date }): Promise<void> {
  await tx
    .updateTable('domains')
    .set({
      state,
      reason,
      failing_since: failingSince,
      leads_here: leadsHere,
      checked_at: now,
      verified_at: state === 'verified' ? sql<Date>`coalesce(verified_at, ${now})` : null,
    })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .execute()
}

/** The claims to look at again, the longest unseen first; those that were given up wait for a person. */
export async function selectDue(tx: Tx, before: Date, limit: number): Promise<{ organizationId: string; id: string }[]> {
  return tx
    .selectFrom('domains')
    .select(['organization_id as organizationId', 'id'])
    .where('state', '<>', 'failed')
    .where((column) => column.or([column('checked_at', 'is', null), column('checked_at', '<', before)]))
    .orderBy('checked_at', (order) => order.asc().nullsFirst())
    .limit(limit)
    .execute()
}

/** How many people would notice that a domain is gone: what its removal says beforehand. */
export async function countMembers(tx: Tx, organizationId: string): Promise<number> {
  const row = await tx.selectFrom('organization_memberships').select((column) => column.fn.countAll<string>().as('count')).where('organization_id', '=', organizationId).where('deleted_at', 'is', null).executeTakeFirstOrThrow()
  return Number(row.count)
}
