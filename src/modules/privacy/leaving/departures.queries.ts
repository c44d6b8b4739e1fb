import { sql } from 'kysely'
import type { OwnScope } from '#modules/tenancy/index.ts'
import type { Tx } from '#platform/db/transaction.ts'

/** Somebody who is about to leave. */
export interface Departure {
  id: string
  userId: string
  organizationId: string | null
  dueAt: Date
  /** When it was due and could not be. */
  heldAt: Date | null
}

const columns = sql`id, user_id as "userId", organization_id as "organizationId", due_at as "dueAt", held_at as "heldAt"`

/** @returns null when the person is leaving there already */
export async function insertDeparture(tx: Tx, departure: OwnScope & { id: string; dueAt: Date }): Promise<boolean> {
  const { rows } = await sql`
    insert into departures (id, user_id, organization_id, due_at) values (${departure.id}, ${departure.userId}, ${departure.organizationId}, ${departure.dueAt})
    on conflict (user_id, organization_id) do nothing returning id`.execute(tx)
  return rows.length > 0
}

export async function findDeparture(tx: Tx, { userId, organizationId }: OwnScope): Promise<Departure | null> {
  const { rows } = await sql<Departure>`select ${columns} from departures where user_id = ${userId} and organization_id is not distinct from ${organizationId}::uuid`.execute(tx)
  return rows[0] ?? null
}

export async function deleteDeparture(tx: Tx, { userId, organizationId }: OwnScope): Promise<void> {
  await sql`delete from departures where user_id = ${userId} and organization_id is not distinct from ${organizationId}::uuid`.execute(tx)
}

export async function listDueDepartures(tx: Tx, now: Date): Promise<Departure[]> {
  const { rows } = await sql<Departure>`select ${columns} from departures where due_at <= ${now} order by due_at limit 100`.execute(tx)
  return rows
}

/** Locked until the transaction ends; null when it was taken back or carried out since. */
export async function lockDeparture(tx: Tx, id: string): Promise<Departure | null> {
  const { rows } = await sql<Departure>`select ${columns} from departures where id = ${id} for update`.execute(tx)
  return rows[0] ?? null
}

export async function holdDeparture(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('departures').set({ held_at: at }).where('id', '=', id).execute()
}

export async function deleteDeparturesOf(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('departures').where('user_id', '=', userId).execute()
}
