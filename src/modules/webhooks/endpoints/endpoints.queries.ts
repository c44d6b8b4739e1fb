import { sql } from 'kysely'
import type { Tx } from '#platform/ctx.ts'
import type { EndpointInput, EndpointState } from './endpoint.schema.ts'

/** An endpoint as people see it: without its secrets. */
export interface Endpoint {
  id: string
  url: string
  description: string
  facts: string[]
  state: EndpointState
  /** Until when the secret before the last change signs too. */
  overlapUntil: Date | null
  failingSince: Date | null
  createdAt: Date
}

/** How many of an endpoint's deliveries stand how. */
export interface EndpointCounts {
  pending: number
  delivered: number
  failed: number
  held: number
}

const shown = sql<Endpoint>`e.id, e.url, e.description, e.facts, e.state, e.created_at as "createdAt", e.failing_since as "failingSince",
  case when e.previous_secret_until > now() then e.previous_secret_until end as "overlapUntil"`
const counts = sql`
  count(d.id) filter (where d.status = 'pending')::int as pending, count(d.id) filter (where d.status = 'delivered')::int as delivered,
  count(d.id) filter (where d.status = 'failed')::int as failed, count(d.id) filter (where d.status = 'held')::int as held`

/** All endpoints of the school, the oldest first. */
export async function selectEndpoints(tx: Tx, organizationId: string): Promise<(Endpoint & EndpointCounts)[]> {
  const found = await sql<Endpoint & EndpointCounts>`
    select ${shown}, ${counts} from webhook_endpoints e
    left join webhook_deliveries d on d.organization_id = e.organization_id and d.endpoint_id = e.id
    where e.organization_id = ${organizationId} group by e.organization_id, e.id order by e.created_at, e.id`.execute(tx)
  return found.rows
}

export async function findEndpoint(tx: Tx, organizationId: string, id: string): Promise<(Endpoint & EndpointCounts) | null> {
  const found = await sql<Endpoint & EndpointCounts>`
    select ${shown}, ${counts} from webhook_endpoints e
    left join webhook_deliveries d on d.organization_id = e.organization_id and d.endpoint_id = e.id
    where e.organization_id = ${organizationId} and e.id = ${id} group by e.organization_id, e.id`.execute(tx)
  return found.rows[0] ?? null
}

/** Counts the school's endpoints; whoever adds one at the same time waits. */
export async function countEndpointsForAdding(tx: Tx, organizationId: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`webhook endpoints of ${organizationId}`}, 0))`.execute(tx)
  const found = await tx.selectFrom('webhook_endpoints').select((row) => row.fn.countAll<string>().as('count')).where('organization_id', '=', organizationId).executeTakeFirstOrThrow()
  return Number(found.count)
}

export async function insertEndpoint(tx: Tx, organizationId: string, endpoint: EndpointInput & { id: string; secretSealed: string }): Promise<void> {
  const { id, url, description, facts, secretSealed } = endpoint
  await tx.insertInto('webhook_endpoints').values({ organization_id: organizationId, id, url, description, facts, secret_sealed: secretSealed }).execute()
}

/** Changes an endpoint. @returns whether it is there */
export async function updateEndpoint(tx: Tx, organizationId: string, id: string, change: Partial<Pick<EndpointInput, 'url' | 'description' | 'facts'>> & { state?: EndpointState }): Promise<boolean> {
  // Whoever switches it, or gives it another address, begins anew with it.
  const isAnew = change.state !== undefined || change.url !== undefined
  const done = await tx
    .updateTable('webhook_endpoints')
    .set({ ...change, ...(isAnew ? { failing_since: null } : {}) })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/**
 * Puts a new secret in place; the one until now signs too for so many hours. While such a change is under way, the one
 * before it goes on signing: it is the one that receivers have.
 *
 * @returns whether the endpoint is there
 */
export async function replaceSecret(tx: Tx, organizationId: string, id: string, { secretSealed, overlapHours }: { secretSealed: string; overlapHours: number }): Promise<boolean> {
  const done = await sql`
    update webhook_endpoints set secret_sealed = ${secretSealed},
      previous_secret_sealed = case when previous_secret_until > now() then previous_secret_sealed else secret_sealed end,
      previous_secret_until = case when previous_secret_until > now() then previous_secret_until else now() + make_interval(hours => ${overlapHours}) end
    where organization_id = ${organizationId} and id = ${id}`.execute(tx)
  return done.numAffectedRows === 1n
}

/** From now on only the present secret signs. @returns whether the endpoint is there */
export async function forgetPreviousSecret(tx: Tx, organizationId: string, id: string): Promise<boolean> {
  const done = await tx
    .updateTable('webhook_endpoints')
    .set({ previous_secret_sealed: null, previous_secret_until: null })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** @returns whether it was there */
export async function deleteEndpoint(tx: Tx, organizationId: string, id: string): Promise<boolean> {
  const done = await tx.deleteFrom('webhook_endpoints').where('organization_id', '=', organizationId).where('id', '=', id).executeTakeFirst()
  return done.numDeletedRows > 0n
}
