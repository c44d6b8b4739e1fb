import type { PaymentGateway } from '#modules/commerce/ports.ts'
import type { Clock } from '#platform/clock/clock.ts'
import type { Config } from '#platform/config/config.ts'
import type { WebhookVerifiers } from '#platform/inbox/webhook-verifier.ts'
import { createStripeClient } from './stripe-client.ts'
import { stripeGateway } from './stripe-gateway.ts'
import { stripeWebhooks } from './stripe-webhooks.ts'

/** All that Stripe does here: payments when its key is set, and a verifier for each webhook secret that is. */
export function stripePayments(settings: Config['stripe'], clock: Clock): { payments: PaymentGateway | null; webhooks: WebhookVerifiers } {
  if (!settings) return { payments: null, webhooks: {} }

  const stripe = createStripeClient(settings)
  const verifier = (secret: string) => stripeWebhooks(stripe, secret, () => clock.now())
  return {
    payments: stripeGateway(stripe),
    webhooks: {
      ...(settings.webhookSecret ? { stripe: verifier(settings.webhookSecret) } : {}),
      ...(settings.connectWebhookSecret ? { 'stripe-connect': verifier(settings.connectWebhookSecret) } : {}),
    },
  }
}
