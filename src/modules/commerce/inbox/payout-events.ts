import type { InboxHandler } from '#platform/switchboard-types.ts'
import type { CommerceCtx } from '../ctx.ts'
import { keepPayoutFacts } from '../payouts/refresh-payout-account.ts'
import type { PayoutAccountFacts } from '../ports.ts'
import { requirePayments } from './payment-events.ts'

/** What is done with every event about a school's account: the provider is asked how its set-up stands now. */
export const hearPayoutAccount: InboxHandler<CommerceCtx> = {
  async prepare(ctx, event) {
    const payments = requirePayments(ctx)
    const subject = payments.readEventSubject(event.payload)
    if (subject?.kind !== 'payout-account') return null
    return { readAt: ctx.clock.now(), facts: await payments.readPayoutAccount(subject.accountId) }
  },
  async apply(_ctx, tx, _event, prepared) {
    const answer = prepared as { readAt: Date; facts: PayoutAccountFacts } | null
    if (answer) await keepPayoutFacts(tx, answer.facts, answer.readAt)
  },
}
