import { removeFilesOf } from '#modules/files/index.ts'
import { askToEmptyToldEvents, type GonePerson } from '#modules/identity/index.ts'
import { forgetMails } from '#modules/messaging/index.ts'
import { forgetMember } from '#modules/tenancy/index.ts'
import type { SystemCtx, Tx } from '#platform/ctx.ts'
import { emptyCreditReasons } from '../credits/credits.queries.ts'
import { askToEmptyPaymentEvents } from './empty-payment-events.ts'
import { forgetBuyer } from './forget-buyer.ts'

/**
 * What becomes of somebody whose account is gone: the books forget who bought, mails to them and files that only they
 * had a use for go, memberships end, and the person is deleted, or stays as an emptied row where orders, the ledger, or
 * what they taught or learnt names them. Decision 0013 lists where a person's data stands and what is left of it.
 *
 * @param tx the transaction of the event that told of it; identity has emptied the person's row in it already
 */
export async function forgetPerson(ctx: Pick<SystemCtx, 'clock'>, tx: Tx, person: GonePerson): Promise<void> {
  await askToEmptyToldEvents(ctx, tx)
  await emptyCreditReasons(tx, person.userId)
  const addresses = await forgetBuyer(tx, person)
  if (addresses.length > 0) await askToEmptyPaymentEvents(ctx, tx)
  await forgetMails(tx, { userId: person.userId, address: person.email?.address ?? null, addresses })
  await removeFilesOf(tx, person.userId)
  await forgetMember(tx, person)
}
