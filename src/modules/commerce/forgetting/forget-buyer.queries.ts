import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'

/** An address as it stands in the books of one school. */
export interface BuyerAddress {
  organizationId: string
  address: string
}

/** Every attempt to buy of a person, also those begun under their address before they signed in; locked first, as by everyone who writes about orders. */
export async function lockCheckoutsOf(tx: Tx, userId: string, provenAddress: string | null): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select id from checkouts
    where user_id = ${userId} or (user_id is null and lower(email) = lower(${provenAddress}))
    order by organization_id, id for update`.execute(tx)
  return found.rows.map(({ id }) => id)
}

/** What came to nothing is no part of any books. What is open or on its way may still be paid. */
export async function deleteUnpaidCheckouts(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`
    delete from checkouts c where c.id = any(${ids}::uuid[]) and c.status in ('failed', 'expired')
      and not exists (select 1 from orders o where o.organization_id = c.organization_id and o.checkout_id = c.id)`.execute(tx)
}

export async function listBuyerAddresses(tx: Tx, checkoutIds: readonly string[]): Promise<BuyerAddress[]> {
  const found = await sql<BuyerAddress>`
    select distinct organization_id as "organizationId", email as address from checkouts where id = any(${checkoutIds}::uuid[])
    order by 1, 2`.execute(tx)
  return found.rows
}

export async function isAddressOfAnother(tx: Tx, { organizationId, address }: BuyerAddress, userId: string): Promise<boolean> {
  const found = await sql`
    select 1 from orders where organization_id = ${organizationId} and lower(buyer_email) = lower(${address}) and user_id <> ${userId} limit 1`.execute(tx)
  return found.rows.length > 0
}

export async function emptyBuyerNames(tx: Tx, userId: string): Promise<void> {
  await tx.updateTable('orders').set({ buyer_name: '' }).where('user_id', '=', userId).execute()
}

/** Puts the alias where the address stood: checkouts, orders, their notes and refunds, and the words of the ledger. */
export async function renameBuyer(tx: Tx, { organizationId, address, alias, checkoutIds }: BuyerAddress & { alias: string; checkoutIds: readonly string[] }): Promise<void> {
  const ofCheckouts = sql`organization_id = ${organizationId} and checkout_id = any(${checkoutIds}::uuid[])`
  const ofOrders = sql`organization_id = ${organizationId} and order_id in (select id from orders where ${ofCheckouts})`
  await sql`update checkouts set email = ${alias} where organization_id = ${organizationId} and id = any(${checkoutIds}::uuid[]) and email = ${address}`.execute(tx)
  await sql`update orders set buyer_email = ${alias} where ${ofCheckouts} and buyer_email = ${address}`.execute(tx)
  await sql`update order_notes set detail = replace(detail, ${address}, ${alias}) where ${ofCheckouts} and position(${address} in detail) > 0`.execute(tx)
  await sql`update refunds set reason = replace(reason, ${address}, ${alias}), error = replace(error, ${address}, ${alias}) where ${ofOrders}`.execute(tx)
  await sql`update ledger_accounts set holder = ${alias} where organization_id = ${organizationId} and kind = 'buyer' and holder = ${address}`.execute(tx)
  await sql`update ledger_transactions set description = replace(description, ${address}, ${alias}) where ${ofOrders}`.execute(tx)
}
