import { hasAccount } from '#modules/identity/index.ts'
import { failPoint } from '#platform/failpoints/fail-point.ts'
import type { CommercePersonCtx } from '../ctx.ts'
import type { CouponRefusal } from '../coupons/coupon-refusal.ts'
import { feeCents } from '../fee/fee-cents.ts'
import type { Offer, SubjectKind } from '../offers/offer.ts'
import { findOffer } from '../offers/offers.queries.ts'
import { hasPaidOrder } from '../orders/orders.queries.ts'
import { noteSentences } from '../orders/note-sentences.ts'
import { writeOrderNote } from '../orders/order-notes.queries.ts'
import { findPayoutAccount } from '../payouts/payouts.queries.ts'
import { refreshPayoutAccount } from '../payouts/refresh-payout-account.ts'
import { PaymentRefused, PaymentsUnavailable, type OpenedCheckout, type PaymentGateway } from '../ports.ts'
import { buyingWords } from '../ui/words/buying-words.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { inLocale } from '#platform/i18n/in-locale.ts'
import { log } from '#platform/log/log.ts'
import { formatMoney } from '#ui/currency-format.ts'
import { agreeOnDeal, refuseAtOnce, type Deal } from './agree-on-deal.ts'
import { hashCheckoutToken } from './checkout-token.ts'
import { findRival, readExclusivity, type Exclusivity } from './exclusivity.queries.ts'
import type { Checkout } from './checkout.ts'
import { findSchoolTerms, insertCheckout, listOpenAttempts, setCheckoutStatus, storeOpened, type SchoolTerms } from './checkout.queries.ts'
import { leaveAttempts, sortAttempts } from './leave-attempts.ts'
import { placeOrder } from './place-order.ts'
import { allowsMoreGuesses, noteWrongGuess, throttleStarts } from './throttles.ts'

/** What someone wants to buy, and where the browser is to come back to. */
export interface StartCheckoutInput {
  subjectKind: SubjectKind
  subjectId: string
  /** The viewer's own address when signed in, else what was typed. */
  email: string
  /** The code as it was typed; null for the full price. One that does not fit begins nothing. */
  coupon: string | null
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
  /** The coupon took all of it off: there is an order already, and nothing to pay. */
  | { kind: 'completed'; checkoutId: string }
  | { kind: 'coupon-refused'; refusal: CouponRefusal }
  /** The address has an account or bought this already, and nobody is signed in. */
  | { kind: 'sign-in-first' }
  | { kind: 'already-bought' }
  | { kind: 'free' }
  /** Nothing is on sale, or the school could not be paid. */
  | { kind: 'not-for-sale' }
  /** It is sold once, and somebody is paying for it now. */
  | { kind: 'held' }
  /** It was sold once, to somebody else; or what it delivers was. */
  | { kind: 'sold' }
  /** The provider does not answer. What was begun is kept: the next press goes on with it. */
  | { kind: 'unreachable' }

type Opening = { kind: 'begun'; checkout: Checkout; note: string | null; payoutAccountId: string; payments: PaymentGateway }
type Begun = Exclude<StartedCheckout, { kind: 'opened' }> | Opening | { kind: 'leave-first'; attempts: Checkout[] }

/** How often it is tried to begin: each other press at the same moment may cost two rounds, one that it wins and one to leave it. */
const roundsMax = 10

/**
 * Begins to buy: price, fee and the coupon's use are written down first, then the payment page is opened, then its
 * address is kept. A crash between leaves a checkout that the next press goes on with, under the same idempotency key.
 * Where a coupon takes all of it off, the order is made at once and no provider is asked.
 *
 * @throws TooManyRequests
 */
export async function startCheckout(ctx: CommercePersonCtx, input: StartCheckoutInput): Promise<StartedCheckout> {
  await throttleStarts(input.address)
  if (input.coupon !== null && !(await allowsMoreGuesses(input.address))) return { kind: 'coupon-refused', refusal: { reason: 'too-many-tries' } }

  const begun = await beginAfterOthers(ctx, input)
  if (begun.kind === 'coupon-refused' && begun.refusal.reason === 'unknown') await noteWrongGuess(input.address)
  if (begun.kind !== 'begun') return begun
  if (begun.checkout.url) return { kind: 'opened', checkoutId: begun.checkout.id, url: begun.checkout.url }

  const opened = await openPaymentPage(ctx, input, begun)
  if (!('url' in opened)) return opened

  failPoint('checkout-opened')
  // Another press left it while its page was opened: that page is nobody's, and closes by itself.
  const isKept = await ctx.inSystem((tx) => storeOpened(tx, begun.checkout, opened))
  return isKept ? { kind: 'opened', checkoutId: begun.checkout.id, url: opened.url } : { kind: 'unreachable' }
}

/** Begins; what stands in its way is closed at the provider, outside of any transaction, before it is tried again. */
async function beginAfterOthers(ctx: CommercePersonCtx, input: StartCheckoutInput): Promise<Exclude<Begun, { kind: 'leave-first' }>> {
  for (let round = 0; round < roundsMax; round += 1) {
    const begun = await ctx.inSystem((tx) => beginCheckout(ctx, tx, input))
    if (begun.kind !== 'leave-first') return begun
    if (!(await leaveAttempts(ctx, begun.attempts))) break
  }
  return { kind: 'unreachable' }
}

async function beginCheckout(ctx: CommercePersonCtx, tx: Tx, input: StartCheckoutInput): Promise<Begun> {
  const { organizationId } = ctx
  const offer = await findOffer(tx, { organizationId, subjectKind: input.subjectKind, subjectId: input.subjectId })
  const terms = await findSchoolTerms(tx, organizationId)
  if (!offer || !terms?.isOpen) return { kind: 'not-for-sale' }
  if (offer.priceCents === 0) return { kind: 'free' }
  const wanted = { offer, terms, tokenHash: hashCheckoutToken(input.token), coupon: input.coupon, email: input.email }
  const refusal = await refuseAtOnce(ctx, tx, wanted)
  if (refusal) return { kind: 'coupon-refused', refusal }

  const paying = await findPaying(ctx, tx)
  const reason = await whyNot(ctx, tx, { input, offer, paying })
  if (reason) return { kind: reason }
  const rival = await findRival(tx, { organizationId, offer, tokenHash: wanted.tokenHash })
  if (rival) return { kind: rival }
  const agreed = await agreeOnDeal(ctx, tx, wanted)
  if ('refusal' in agreed) return { kind: 'coupon-refused', refusal: agreed.refusal }
  const isFree = agreed.deal.amountCents === 0
  if (!isFree && !paying) return { kind: 'not-for-sale' }

  const attempt = await beginAttempt(ctx, tx, { ...wanted, input, deal: agreed.deal, exclusivity: await readExclusivity(tx, organizationId, offer) })
  if (attempt.kind !== 'checkout') return attempt
  if (paying && !isFree) return { kind: 'begun', checkout: attempt.checkout, note: couponNote(attempt.checkout, terms), ...paying }
  await placeOrder(ctx, tx, attempt.checkout, { buyerName: null, payment: null })
  return { kind: 'completed', checkoutId: attempt.checkout.id }
}

type Paying = Pick<Opening, 'payments' | 'payoutAccountId'>

/** By whom and to whom is paid; null while the school cannot be paid. */
async function findPaying({ payments, organizationId }: CommercePersonCtx, tx: Tx): Promise<Paying | null> {
  const payout = await findPayoutAccount(tx, organizationId)
  return payments && payout?.status === 'active' ? { payments, payoutAccountId: payout.accountId } : null
}

/** What keeps this buyer from buying this, whatever it costs. */
async function whyNot({ organizationId, userId }: CommercePersonCtx, tx: Tx, { input, offer, paying }: { input: StartCheckoutInput; offer: Offer; paying: Paying | null }) {
  const isBought = await hasPaidOrder(tx, { organizationId, userId, email: input.email, subjectId: offer.subjectId })
  if (isBought && userId) return 'already-bought'
  // With a coupon there may be nothing to pay.
  if (input.coupon === null && !paying) return 'not-for-sale'
  // Whoever bought and has not opened the mail yet would pay twice; the answer is that of any known address, so it tells no more.
  return !userId && (isBought || (await hasAccount(tx, input.email))) ? 'sign-in-first' : null
}

interface Attempt {
  input: StartCheckoutInput
  offer: Offer
  terms: SchoolTerms
  tokenHash: string
  deal: Deal
  exclusivity: Exclusivity
}

/** A coupon's use, and what is sold once, is held this long for someone who has begun to pay; the provider's least for a page is 30 minutes. */
const minutesHeld = 40

async function beginAttempt(ctx: CommercePersonCtx, tx: Tx, { input, offer, terms, tokenHash, deal, exclusivity }: Attempt): Promise<{ kind: 'checkout'; checkout: Checkout } | { kind: 'leave-first'; attempts: Checkout[] }> {
  const { organizationId, userId } = ctx
  const now = ctx.clock.now()
  const attempts = await listOpenAttempts(tx, { organizationId, tokenHash, offerId: offer.id, exclusiveSubjectId: exclusivity.subjectId })
  const { goesOn, toLeave } = sortAttempts(attempts, { email: input.email, offerId: offer.id, deal, now })
  if (toLeave.length > 0) return { kind: 'leave-first', attempts: toLeave }
  if (goesOn) return { kind: 'checkout', checkout: goesOn }

  const checkout = await insertCheckout(tx, {
    organizationId,
    id: ctx.ids.next(),
    offerId: offer.id,
    userId,
    email: input.email,
    tokenHash,
    title: offer.title,
    subjectKind: offer.subjectKind,
    subjectId: offer.subjectId,
    ...deal,
    exclusiveSubjectId: exclusivity.subjectId,
    currency: offer.currency,
    feeBps: terms.feeBps,
    feeCents: feeCents(deal.amountCents, terms.feeBps),
    expiresAt: (deal.couponId || exclusivity.endsSoon) && deal.amountCents > 0 ? new Date(now.getTime() + minutesHeld * 60_000) : null,
  })
  if (!checkout) return { kind: 'leave-first', attempts: [] }

  const sums = couponSums(checkout, terms)
  const detail = sums ? noteSentences.beganWithCoupon(checkout.email, ...sums) : noteSentences.began(checkout.email)
  await writeOrderNote(tx, { organizationId, checkoutId: checkout.id, id: ctx.ids.next(), happenedAt: now, kind: 'started', detail, sourceKey: 'started' })
  return { kind: 'checkout', checkout }
}

/** What a coupon makes of the price, as money is written in the school. */
function couponSums(checkout: Checkout, { locale }: SchoolTerms): [string, string, string] | null {
  if (!checkout.couponCode) return null
  const money = (cents: number) => formatMoney(cents, checkout.currency.toUpperCase(), locale)
  return [checkout.couponCode, money(checkout.discountCents), money(checkout.amountCents + checkout.discountCents)]
}

/** For the payment page, `SPRING25: €12.25 off €49.00`. In the school's language, so that it is the same with every try. */
function couponNote(checkout: Checkout, terms: SchoolTerms): string | null {
  const sums = couponSums(checkout, terms)
  return sums && inLocale(terms.locale, () => buyingWords().onPaymentPage(...sums))
}

type NotOpened = { kind: 'not-for-sale' } | { kind: 'unreachable' }

async function openPaymentPage(ctx: CommercePersonCtx, input: StartCheckoutInput, begun: Opening): Promise<OpenedCheckout | NotOpened> {
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
      note: begun.note,
      // Fixed when it began, and so the same with every try: it goes under one idempotency key.
      closesAt: checkout.expiresAt,
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
async function noteRefusal(ctx: CommercePersonCtx, begun: Opening, fault: PaymentRefused): Promise<NotOpened> {
  const { checkout, payoutAccountId } = begun
  log.error({ checkoutId: checkout.id, err: fault }, 'the payment provider refused to open a payment page')
  await ctx.inSystem(async (tx) => {
    await setCheckoutStatus(tx, checkout, 'failed')
    const note = { organizationId: checkout.organizationId, checkoutId: checkout.id, id: ctx.ids.next(), happenedAt: ctx.clock.now() }
    await writeOrderNote(tx, { ...note, kind: 'failed', detail: noteSentences.pageRefused(fault.providerCode ?? noteSentences.noReason), sourceKey: 'refused' })
  })
  await refreshPayoutAccount(ctx, payoutAccountId)
  return { kind: 'not-for-sale' }
}
