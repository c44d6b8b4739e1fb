import Stripe from 'stripe'

/** Pinned, because the shape of what Stripe sends follows the version. The webhook endpoints are made with the same. */
export const stripeApiVersion = '2026-10-28.endive'

const timeoutMs = 10_000
const networkRetries = 2

/**
 * The SDK, against Stripe or whatever speaks its protocol at `apiUrl`. Its own retries carry the idempotency key along.
 */
export function createStripeClient(settings: { secretKey: string; apiUrl: string | undefined }): Stripe {
  const common = { apiVersion: stripeApiVersion, timeout: timeoutMs, maxNetworkRetries: networkRetries, telemetry: false } as const
  if (!settings.apiUrl) return new Stripe(settings.secretKey, common)

  const url = new URL(settings.apiUrl)
  const protocol = url.protocol === 'http:' ? 'http' : 'https'
  return new Stripe(settings.secretKey, { ...common, host: url.hostname, port: url.port || (protocol === 'http' ? 80 : 443), protocol })
}
