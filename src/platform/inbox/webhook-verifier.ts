import { AppError } from '#platform/errors/app-error.ts'

/** What a provider said, once its signature was found good. */
export interface VerifiedWebhook {
  /** The provider's own id of the event: what makes a repeat a repeat. */
  eventId: string
  /** The provider's own word, e.g. `checkout.session.completed`. */
  type: string
  /** Plain JSON. */
  payload: unknown
  /** When it happened, by the provider's clock. */
  occurredAt: Date
  /** When it was signed; the inbox refuses what is five minutes old, or five minutes ahead. */
  signedAt?: Date
}

/** The port of the inbox: a provider tells true words from false ones. */
export interface WebhookVerifier {
  /**
   * @param rawBody the bytes as they came: a signature covers bytes, not meaning
   * @throws BadSignature
   */
  verify(rawBody: Buffer, headers: Headers): VerifiedWebhook | Promise<VerifiedWebhook>
}

/** The verifier of each provider whose webhook secret is set. */
export type WebhookVerifiers = Partial<Record<'stripe' | 'stripe-connect' | 'clerk', WebhookVerifier>>

/** The webhook was not signed by the one it names, or not now. */
export class BadSignature extends AppError {
  constructor(reason: string, cause?: unknown) {
    super({ code: 'bad-signature', status: 400, publicMessage: 'The signature of this webhook does not fit.', message: reason, cause })
  }
}
