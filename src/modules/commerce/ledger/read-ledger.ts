import { requirePermission } from '#modules/tenancy/index.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import { selectBuyerBalances, selectBuyerTotals, selectPartyBalances, type AccountBalance } from './ledger.queries.ts'

/** The books at a glance: what each party holds; all of it together is nothing. */
export interface LedgerOverview {
  parties: AccountBalance[]
  buyers: { currency: string; balanceCents: number; accountCount: number }[]
}

/**
 * @throws NotAllowed without `orders.read`, NotFound for strangers
 */
export async function readLedger(ctx: TenantCtx): Promise<LedgerOverview> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'orders.read')
    return { parties: await selectPartyBalances(tx, ctx.organizationId), buyers: await selectBuyerTotals(tx, ctx.organizationId) }
  })
}

const pageSize = 50

/**
 * The buyers' balances, a page at a time, those who moved last first.
 *
 * @param input.page from 1
 * @throws NotAllowed without `orders.read`, NotFound for strangers
 */
export async function listBuyerBalances(ctx: TenantCtx, input: { page: number }): Promise<{ balances: AccountBalance[]; hasMore: boolean }> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'orders.read')
    const balances = await selectBuyerBalances(tx, { organizationId: ctx.organizationId, offset: (input.page - 1) * pageSize, limit: pageSize + 1 })
    return { balances: balances.slice(0, pageSize), hasMore: balances.length > pageSize }
  })
}
