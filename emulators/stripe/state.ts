import type Stripe from 'stripe'
import type { Delivery } from '../core/deliveries.ts'
import type { Faults } from '../core/faults.ts'
import type { IdSource } from '../core/ids.ts'
import type { Posting } from './ledger.ts'

/** A v2 account as it is kept: everything, whatever a caller asks to include. */
export type ConnectAccount = {
  id: string
  created: number
  contactEmail: string | null
  displayName: string | null
  dashboard: 'express' | 'full' | 'none'
  country: string
  entityType: string | null
  currency: string
  feesCollector: string
  lossesCollector: string
  metadata: Record<string, string>
  /** Whether a recipient configuration with stripe_transfers was asked for. */
  isRecipient: boolean
  standing: 'unfinished' | 'complete' | 'restricted'
  closed: boolean
}

export type AccountLink = {
  id: string
  account: string
  created: number
  expiresAt: number
  useCase: 'account_onboarding' | 'account_update'
  refreshUrl: string
  returnUrl: string | null
  /** Given to whoever opens the link first; only that page may answer. */
  ticket: string | null
  isAnswered: boolean
}

/** An event as it happened, once, whoever is told of it. */
export type StoredEvent = {
  id: string
  type: string
  isThin: boolean
  account: string | null
  created: number
  createdMs: number
  object: unknown
  previous: Record<string, unknown> | null
  related: { id: string; type: string; url: string } | null
  data: Record<string, unknown> | null
  requestId: string | null
  idempotencyKey: string | null
}

export type WebhookTarget = {
  id: string
  url: string
  secret: string
  connect: boolean
  thin: boolean
  enabledEvents: string[]
  isEnabled: boolean
}
export type StoredEndpoint = WebhookTarget & { created: number; description: string | null; apiVersion: string | null; metadata: Record<string, string> }

/** A money object belongs to the platform (null) or to a connected account. */
export type Owned<T> = { owner: string | null; value: T }

export type StoredAnswer = { fingerprint: string; status: number; body: string; at: number }

export type StripeState = {
  version: 1
  ids: IdSource
  clockOffsetSeconds: number
  faults: Faults
  accounts: Record<string, ConnectAccount>
  accountLinks: Record<string, AccountLink>
  sessions: Record<string, Stripe.Checkout.Session>
  lineItems: Record<string, Stripe.LineItem[]>
  sessionOrders: Record<string, SessionOrder>
  paymentIntents: Record<string, Stripe.PaymentIntent>
  charges: Record<string, Owned<Stripe.Charge>>
  refunds: Record<string, Stripe.Refund>
  transfers: Record<string, Stripe.Transfer>
  reversals: Record<string, Stripe.TransferReversal>
  applicationFees: Record<string, Stripe.ApplicationFee>
  feeRefunds: Record<string, Stripe.FeeRefund>
  balanceTransactions: Record<string, Owned<Stripe.BalanceTransaction>>
  postings: Posting[]
  events: Record<string, StoredEvent>
  deliveries: Delivery[]
  endpoints: Record<string, StoredEndpoint>
  answers: Record<string, StoredAnswer>
}

/** What `payment_intent_data` asked for, kept until somebody pays. */
export type SessionOrder = {
  applicationFeeAmount: number | null
  destination: string | null
  transferAmount: number | null
  metadata: Record<string, string>
  description: string | null
  receiptEmail: string | null
  statementDescriptorSuffix: string | null
  transferGroup: string | null
  onBehalfOf: string | null
  draftEmail: string | null
}

/** A state in which nothing has happened yet. */
export function emptyState(seed: string): StripeState {
  return {
    version: 1, ids: { seed, count: 0 }, clockOffsetSeconds: 0, faults: { webhooks: [], api: [] },
    accounts: {}, accountLinks: {}, sessions: {}, lineItems: {}, sessionOrders: {}, paymentIntents: {},
    charges: {}, refunds: {}, transfers: {}, reversals: {}, applicationFees: {}, feeRefunds: {},
    balanceTransactions: {}, postings: [], events: {}, deliveries: [], endpoints: {}, answers: {},
  }
}

/**
 * Takes a saved state.
 * @throws Error when it is of another layout: delete the file then
 */
export function readState(saved: unknown): StripeState {
  const isOurs = typeof saved === 'object' && saved !== null && 'version' in saved && saved.version === 1
  if (!isOurs) throw new Error('The state file is of another version of this emulator. Delete it to start afresh.')
  // The layout was written by this program; the version number stands for its shape.
  return saved as StripeState
}
