import { checkDomain, type CheckingCtx } from './check-domain.ts'
import { selectDue } from './domains.queries.ts'

const everyMs = 50 * 60_000
const atOnce = 200

/**
 * Looks again at every claim that was not looked at within the hour: new ones become verified without anybody pressing
 * a button, and a name that a school has lost does not stay its own.
 */
export async function recheckDomains(ctx: CheckingCtx): Promise<void> {
  const before = new Date(ctx.clock.now().getTime() - everyMs)
  const due = await ctx.inSystem((tx) => selectDue(tx, before, atOnce))
  for (const { organizationId, id } of due) await checkDomain(ctx, { organizationId, domainId: id })
}
