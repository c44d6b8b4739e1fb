import { sql, type Selectable } from 'kysely'
import type { Tx } from '#platform/ctx.ts'
import type { Leads } from '#platform/db/schema.ts'

/** An address that was left for a free download. */
export interface Lead {
  id: string
  productId: string
  email: string
  consentText: string
  askedAt: Date
  /** Null until the link in the mail was followed. */
  confirmedAt: Date | null
  unsubscribedAt: Date | null
}

/** Writes down who asked, with the words they agreed to. Who asks again agrees anew; what they proved stays. */
export async function upsertLead(tx: Tx, lead: { organizationId: string; id: string; productId: string; email: string; consentText: string; askedAt: Date }): Promise<Lead> {
  const row = await tx.insertInto('leads')
    .values({ organization_id: lead.organizationId, id: lead.id, product_id: lead.productId, email: lead.email, consent_text: lead.consentText, asked_at: lead.askedAt })
    .onConflict((conflict) => conflict.expression(sql`organization_id, product_id, lower(email)`).doUpdateSet((eb) => ({ asked_at: eb.ref('excluded.asked_at'), consent_text: eb.ref('excluded.consent_text') })))
    .returningAll().executeTakeFirstOrThrow()
  return toLead(row)
}

export async function findLead(tx: Tx, organizationId: string, leadId: string): Promise<Lead | null> {
  const row = await tx.selectFrom('leads').selectAll().where('organization_id', '=', organizationId).where('id', '=', leadId).executeTakeFirst()
  return row ? toLead(row) : null
}

export async function updateLead(tx: Tx, organizationId: string, leadId: string, change: { confirmedAt: Date } | { unsubscribedAt: Date | null }): Promise<void> {
  const set = 'confirmedAt' in change ? { confirmed_at: sql<Date>`coalesce(confirmed_at, ${change.confirmedAt})`, unsubscribed_at: null } : { unsubscribed_at: change.unsubscribedAt }
  await tx.updateTable('leads').set(set).where('organization_id', '=', organizationId).where('id', '=', leadId).execute()
}

/** A page of a product's leads, the newest first. */
export async function listLeadRows(tx: Tx, wanted: { organizationId: string; productId: string; before: string | null; limit: number }): Promise<Lead[]> {
  let query = tx.selectFrom('leads').selectAll().where('organization_id', '=', wanted.organizationId).where('product_id', '=', wanted.productId)
  if (wanted.before) query = query.where(sql<boolean>`(created_at, id) < (select created_at, id from leads where organization_id = ${wanted.organizationId} and id = ${wanted.before})`)
  const rows = await query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(wanted.limit).execute()
  return rows.map(toLead)
}

/** How many asked, how many proved their address and may be written to, and how many wanted no more. */
export async function countLeads(tx: Tx, organizationId: string, productId: string): Promise<{ asked: number; subscribed: number; unsubscribed: number }> {
  const found = await sql<{ asked: number; subscribed: number; unsubscribed: number }>`
    select count(*)::int as asked, count(*) filter (where confirmed_at is not null and unsubscribed_at is null)::int as subscribed,
      count(*) filter (where unsubscribed_at is not null)::int as unsubscribed
    from leads where organization_id = ${organizationId} and product_id = ${productId}`.execute(tx)
  return found.rows[0] ?? { asked: 0, subscribed: 0, unsubscribed: 0 }
}

/** @returns whether it was there */
export async function deleteLead(tx: Tx, wanted: { organizationId: string; productId: string; leadId: string }): Promise<boolean> {
  const row = await tx.deleteFrom('leads').where('organization_id', '=', wanted.organizationId).where('product_id', '=', wanted.productId).where('id', '=', wanted.leadId).returning('id').executeTakeFirst()
  return row !== undefined
}

/** Takes an address out of all schools, with the mails under way to it. Asked by the system. */
export async function deleteLeadsOf(tx: Tx, address: string): Promise<void> {
  await tx.deleteFrom('leads').where(sql`lower(email)`, '=', address.toLowerCase()).execute()
}

function toLead(row: Selectable<Leads>): Lead {
  return { id: row.id, productId: row.product_id, email: row.email, consentText: row.consent_text, askedAt: row.asked_at, confirmedAt: row.confirmed_at, unsubscribedAt: row.unsubscribed_at }
}
