import { sql } from 'kysely'
import type { Tx } from '#platform/ctx.ts'
import type { KindName, Named } from './kinds.ts'

interface Wish {
  runId: string
  kind: KindName
  /** The last name of the batch before. */
  after: string
  limit: number
}

/**
 * What is here by the provider's word and was not met in its lists: each has still to be asked for by its id. What came
 * after the walk began is too young to be missed; a membership goes with its person or its organization.
 */
export async function listCandidates(tx: Tx, { runId, kind, after, limit }: Wish): Promise<Named[]> {
  const found = await sql<Named>`
    select c.subject, c.about from (${sources[kind]}) c
    where c.subject > ${after} and c.came < (select created_at from reconcile_runs where id = ${runId})
      and not exists (select 1 from reconcile_seen s where s.run_id = ${runId} and s.kind = ${kind} and s.subject = c.subject)
      and not exists (
        select 1 from reconcile_drift d where d.run_id = ${runId} and d.standing = 'gone' and c.about is not null
          and d.subject in (split_part(c.about, ' ', 1), split_part(c.about, ' ', 2)))
    order by c.subject limit ${limit}`.execute(tx)
  return found.rows
}

/** How many of a kind are here by the provider's word. */
export async function countHere(tx: Tx, kind: KindName): Promise<number> {
  const { rows } = await sql<{ found: number }>`select count(*)::int as found from (${sources[kind]}) c`.execute(tx)
  return rows[0]?.found ?? 0
}

const sources = {
  user: sql`
    select i.subject, null::text as about, i.created_at as came from user_identities i join users u on u.id = i.user_id
    where i.provider = 'clerk' and u.deleted_at is null`,
  organization: sql`
    select o.clerk_id as subject, null::text as about, o.created_at as came from organizations o where o.clerk_id is not null and o.deleted_at is null`,
  membership: sql`
    select m.clerk_id as subject, o.clerk_id || ' ' || i.subject as about, m.created_at as came from organization_memberships m
    join organizations o on o.id = m.organization_id and o.clerk_id is not null and o.deleted_at is null
    join users u on u.id = m.user_id and u.deleted_at is null
    join user_identities i on i.user_id = m.user_id and i.provider = 'clerk'
    where m.clerk_id is not null and m.deleted_at is null`,
}
