import { requirePermission } from '#modules/tenancy/index.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { selectAccount, selectBalanceLines, type AccountBalance, type BalanceLine } from './ledger.queries.ts'

/** A balance and the lines that make it, newest first. */
export interface ExplainedBalance {
  account: AccountBalance
  lines: BalanceLine[]
  /** Give it as `before` for the older ones; null at the end. */
  older: string | null
}

const pageSize = 50

/**
 * Why this number: every entry of an account with the balance after it.
 *
 * @throws NotFound for an account that is not this school's, and for strangers; NotAllowed without `orders.read`
 */
export async function explainBalance(ctx: TenantCtx, input: { accountId: string; before: string | null }): Promise<ExplainedBalance> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'orders.read')
    const account = await selectAccount(tx, ctx.organizationId, input.accountId)
    if (!account) throw new NotFound(`ledger account ${input.accountId}`)

    const lines = await selectBalanceLines(tx, { organizationId: ctx.organizationId, accountId: input.accountId, before: input.before, limit: pageSize + 1 })
    const shown = lines.slice(0, pageSize)
    return { account, lines: shown, older: lines.length > pageSize ? (shown.at(-1)?.entryId ?? null) : null }
  })
}
