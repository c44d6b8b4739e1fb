import { AppError } from '#platform/errors/app-error.ts'
import { moneyWords } from './ui/words/money-words.ts'

/** What a school's share needs before it can be paid out, in words that a person understands. */
export interface PayoutRequirement {
  /** What is missing, e.g. "a bank account". */
  what: string
  /** Null when it is not urgent yet. */
  dueAt: Date | null
}

/** How far the set-up of payouts has come, as the provider tells it. */
export interface PayoutAccountFacts {
  accountId: string
  status: 'onboarding' | 'active' | 'restricted'
  requirements: PayoutRequirement[]
}

/** What a buyer is about to pay, and who gets which part of it. */
export interface NewCheckout {
  /** Our checkout: also the idempotency key, so that asking twice opens one. */
  checkoutId: string
  organizationId: string
  title: string
  email: string
  /** Minor units of the currency. */
  amountCents: number
  /** The platform's part of the amount, in the same units. */
  feeCents: number
  /** ISO 4217 in small letters. */
  currency: string
  /** Where the school's share goes. */
  payoutAccountId: string
  /** What the payment page says under the title, such as what a coupon took off. */
  note: string | null
  /** When the payment page closes; null leaves it to the provider. At least half an hour from now, at most a day. */
  closesAt: Date | null
  successUrl: string
  cancelUrl: string
}

/** An opened checkout: where the buyer pays, and until when. */
export interface OpenedCheckout {
  sessionId: string
  url: string
  expiresAt: Date
}

/** One refund of a payment, as the provider has it now. */
export interface RefundFacts {
  providerRefundId: string
  /** Our refund, when it was asked for here and not at the provider. */
  refundId: string | null
  amountCents: number
  status: 'pending' | 'succeeded' | 'failed'
  /** What came back from the school's account for it. */
  transferReversedCents: number
  /** Why it failed, in the provider's word. */
  failure: string | null
  createdAt: Date
}

/** A payment that went through, with everything that happened to it since. */
export interface PaymentFacts {
  paymentId: string
  chargeId: string
  transferId: string | null
  payoutAccountId: string | null
  /** The platform's part as it was taken. */
  feeCents: number
  /** How much of that part was given back by refunds, in sum. */
  feeReturnedCents: number
  /** The provider's own charge; null until it is known. */
  processorFee: { cents: number; currency: string } | null
  refunds: RefundFacts[]
}

/** A checkout as the provider has it now: never what an event said, always asked anew. */
export interface CheckoutFacts {
  sessionId: string
  /** Ours, written into the session when it was opened; null when the session is none of ours. */
  checkoutId: string | null
  organizationId: string | null
  /** Pending: the buyer is done, the money is on its way (bank debit). */
  state: 'open' | 'pending' | 'paid' | 'failed' | 'expired'
  amountCents: number
  currency: string
  buyerName: string | null
  payment: PaymentFacts | null
}

/** Which of its things an event of the provider is about. */
export type PaymentEventSubject =
  | { kind: 'checkout'; sessionId: string }
  | { kind: 'payment'; paymentId: string }
  | { kind: 'payout-account'; accountId: string }

/**
 * How money comes in and goes out. Every call is a network call: never inside a transaction.
 * All of them throw PaymentsUnavailable (worth another try) or PaymentRefused (it never will work like this).
 *
 * @example
 * const opened = await ctx.payments.openCheckout({ checkoutId, … })
 */
export interface PaymentGateway {
  /** The least that can be charged in a currency (ISO 4217 in small letters), in its minor units. No call: it is known. */
  leastAmountCents(currency: string): number
  /** Asked twice with the same checkout, it opens one. */
  openCheckout(checkout: NewCheckout): Promise<OpenedCheckout>
  /** @returns null when the provider knows no such session */
  readCheckout(sessionId: string): Promise<CheckoutFacts | null>
  /** @returns null when the payment belongs to no checkout */
  readCheckoutOfPayment(paymentId: string): Promise<CheckoutFacts | null>
  /** Closes a session that is still open; one that is not stays as it is. */
  expireCheckout(sessionId: string): Promise<void>
  /**
   * Gives money back, with the school's share and the platform's fee. Asked twice with the same refund, it pays once.
   * @returns 'nothing-left' when all of it was given back before, by this refund or another
   */
  refund(refund: { refundId: string; paymentId: string; amountCents: number; returnsFee: boolean }): Promise<'accepted' | 'nothing-left'>
  /** Asked twice for the same organization, it makes one. */
  createPayoutAccount(school: { organizationId: string; name: string; email: string; currency: string; country: string }): Promise<{ accountId: string }>
  /** A link that works once and for minutes: made anew each time it is needed. */
  payoutAccountLink(link: { accountId: string; returnUrl: string; refreshUrl: string }): Promise<{ url: string }>
  readPayoutAccount(accountId: string): Promise<PayoutAccountFacts>
  /** @param payload the stored event @returns null when the event is about nothing of ours */
  readEventSubject(payload: unknown): PaymentEventSubject | null
}

/** What commerce needs of identity's port. */
export interface SignInLinks {
  createSignInLink(input: { email: string; callbackUrl: string; expiresInSeconds: number }): Promise<string>
}

/** The payment provider cannot be reached, or is too busy: worth another try. */
export class PaymentsUnavailable extends AppError {
  constructor(cause: unknown) {
    super({
      code: 'payments-unavailable',
      status: 503,
      publicMessage: moneyWords().paymentsAway,
      message: cause instanceof Error ? cause.message : 'the payment provider cannot be reached',
      cause,
      retryAfterSeconds: 30,
    })
  }
}

/** The payment provider understood and said no: another try would end the same. */
export class PaymentRefused extends AppError {
  readonly providerCode: string | null
  constructor(providerCode: string | null, cause: unknown) {
    super({
      code: 'payment-refused',
      status: 502,
      publicMessage: moneyWords().paymentRefused,
      message: cause instanceof Error ? cause.message : 'the payment provider refused',
      cause,
    })
    this.providerCode = providerCode
  }
}
