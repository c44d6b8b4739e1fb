import { hasAccount } from '#modules/identity/index.ts'
import { failPoint } from '#platform/failpoints/fail-point.ts'
import type { CommercePersonCtx } from '../ctx.ts'
import { feeCents } from '../fee/fee-cents.ts'
import type { SubjectKind } from '../offers/offer.ts'
import { findOffer } from '../offers/offers.queries.ts'
import { hasPaidOrder } from '../orders/orders.queries.ts'
import { writeOrderNote } from '../orders/order-notes.queries.ts'
import { findPayoutAccount } from '../payouts/payouts.queries.ts'
import { refreshPayoutAccount } from '../payouts/refresh-payout-account.ts'
import { PaymentRefused, PaymentsUnavailable, type OpenedCheckout, type PaymentGateway } from '../ports.ts'
import { log } from '#platform/log/log.ts'
import { hashCheckoutToken } from './checkout-token.ts'
import type { Checkout } from './checkout.ts'
import { ensureOpenCheckout, findSchoolTerms, setCheckoutStatus, storeSession } from './checkout.queries.ts'
import { throttleStarts } from './throttles.ts'

/** What someone wants to buy, and where the browser is to come back to. */
export interface StartCheckoutInput {
  subjectKind: SubjectKind
  subjectId: string
  /** The viewer's own address when signed in, else what was typed. */
  email: string
  /** The secret in the browser's cookie: it may see what it began, and a second press is the same attempt. */
  token: string
  /** Where the request came from, for throttling. */
  address: string
  /** Makes the address of the page that shows how it ended. */
  doneUrl(checkoutId: string): string
  /** Where the buyer lands who changes their mind. */
  cancelUrl: string
}

/** How a try to buy can end; none of these is a fault. */
export type StartedCheckout =
  | { kind: 'opened'; checkoutId: string; url: string }
  /** The address has an account or bought this already, and nobody is signed in. */
  | { kind: 'sign-in-first' }
  | { kind: 'already-bought' }
  | { kind: 'free' }
  /** Nothing is on sale, or the school could not be paid. */
  | { kind: 'not-for-sale' }
  /** The provider does not answer. What was begun is kept: the next press goes on with it. */
  | { kind: 'unreachable' }

type Begun = Exclude<StartedCheckout, { kind: 'opened' }> | { kind: 'begun'; checkout: Checkout; payoutAccountId: string; payments: PaymentGateway }

/**
 * Begins to buy: price and fee are written down first, then the payment page is opened, then its address is kept.
 * A crash between leaves a checkout that the next press goes on with, under the same idempotency key.
 *
 * @throws TooManyRequests
 */
export async function startCheckout(ctx: CommercePersonCtx, input: StartCheckoutInput): Promise<StartedCheckout> {
  await throttleStarts(input.address)
  const begun = await beginCheckout(ctx, input)
  if (begun.kind !== 'begun') return begun
  if (begun.checkout.url) return { kind: 'opened', checkoutId: begun.checkout.id, url: begun.checkout.url }

  const opened = await openPaymentPage(ctx, input, begun)
  if (!('url' in opened)) return opened

  failPoint('checkout-opened')
  await ctx.inSystem((tx) => storeSession(tx, { ...begun.checkout, ...opened }))
  return { kind: 'opened', checkoutId: begun.checkout.id, url: opened.url }
}

async function beginCheckout(ctx: CommercePersonCtx, input: StartCheckoutInput): Promise<Begun> {
  const { payments, organizationId, userId } = ctx
  return ctx.inSystem(async (tx) => {
    const offer = await findOffer(tx, { organizationId, subjectKind: input.subjectKind, subjectId: input.subjectId })
    const terms = await findSchoolTerms(tx, organizationId)
    const payout = await findPayoutAccount(tx, organizationId)
    if (!offer || !terms?.isOpen) return { kind: 'not-for-sale' }
    if (offer.priceCents === 0) return { kind: 'free' }
    const isBought = await hasPaidOrder(tx, { organizationId, userId, email: input.email, subjectId: offer.subjectId })
    if (isBought && userId) return { kind: 'already-bought' }
    if (!payments || payout?.status !== 'active') return { kind: 'not-for-sale' }
    // Whoever bought and has not opened the mail yet would pay twice; the answer is that of any known address, so it tells no more.
    if (!userId && (isBought || (await hasAccount(tx, input.email)))) return { kind: 'sign-in-first' }

    const { checkout, isNew } = await ensureOpenCheckout(
      tx,
      {
        organizationId,
        id: ctx.ids.next(),
        offerId: offer.id,
        userId,
        email: input.email,
        tokenHash: hashCheckoutToken(input.token),
        title: offer.title,
        subjectKind: offer.subjectKind,
        subjectId: offer.subjectId,
        amountCents: offer.priceCents,
        currency: offer.currency,
        feeBps: terms.feeBps,
        feeCents: feeCents(offer.priceCents, terms.feeBps),
      },
      new Date(ctx.clock.now().getTime() + minutesToPayMin * 60_000),
    )
    if (isNew) {
      await writeOrderNote(tx, { organizationId, checkoutId: checkout.id, id: ctx.ids.next(), happenedAt: ctx.clock.now(), kind: 'started', detail: `${checkout.email} began to buy`, sourceKey: 'started' })
    }
    return { kind: 'begun', checkout, payoutAccountId: payout.accountId, payments }
  })
}

/** A payment page that closes sooner than this is not offered again. */
const minutesToPayMin = 10

type NotOpened = { kind: 'not-for-sale' } | { kind: 'unreachable' }

async function openPaymentPage(ctx: CommercePersonCtx, input: StartCheckoutInput, begun: Extract<Begun, { kind: 'begun' }>): Promise<OpenedCheckout | NotOpened> {
  const { checkout, payments, payoutAccountId } = begun
  try {
    return await payments.openCheckout({
      checkoutId: checkout.id,
      organizationId: checkout.organizationId,
      title: checkout.title,
      email: checkout.email,
      amountCents: checkout.amountCents,
      feeCents: checkout.feeCents,
      currency: checkout.currency,
      payoutAccountId,
      successUrl: input.doneUrl(checkout.id),
      cancelUrl: input.cancelUrl,
    })
  } catch (fault) {
    if (fault instanceof PaymentRefused) return noteRefusal(ctx, begun, fault)
    if (!(fault instanceof PaymentsUnavailable)) throw fault

    log.warn({ checkoutId: checkout.id, err: fault }, 'the payment page could not be opened')
    return { kind: 'unreachable' }
  }
}

/** A refusal is the school's to mend: the buyer is told calmly, and the owner sees why on the payouts page. */
async function noteRefusal(ctx: CommercePersonCtx, begun: Extract<Begun, { kind: 'begun' }>, fault: PaymentRefused): Promise<NotOpened> {
  const { checkout, payoutAccountId } = begun
  log.error({ checkoutId: checkout.id, err: fault }, 'the payment provider refused to open a payment page')
  await ctx.inSystem(async (tx) => {
    await setCheckoutStatus(tx, checkout, 'failed')
    const note = { organizationId: checkout.organizationId, checkoutId: checkout.id, id: ctx.ids.next(), happenedAt: ctx.clock.now() }
    await writeOrderNote(tx, { ...note, kind: 'failed', detail: `The payment page was refused: ${fault.providerCode ?? 'no reason given'}`, sourceKey: 'refused' })
  })
  await refreshPayoutAccount(ctx, payoutAccountId)
  return { kind: 'not-for-sale' }
}
