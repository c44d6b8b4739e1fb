import type Stripe from 'stripe'
import { z } from 'zod'
import { BadSignature, type VerifiedWebhook, type WebhookVerifier } from '#platform/inbox/webhook-verifier.ts'

const toleranceSeconds = 300

const body = z.object({
  id: z.string().min(1),
  object: z.enum(['event', 'v2.core.event']),
  type: z.string().min(1),
  // Seconds in events of v1, ISO 8601 in the thin ones of v2.
  created: z.union([z.number(), z.iso.datetime()]),
})

/**
 * Tells Stripe's webhooks from others. Snapshot events of v1 and thin events of v2 carry the same signature but are
 * read by two different functions of the SDK, each of which refuses the other kind.
 *
 * @param secret the endpoint's own; the platform's and Connect's differ
 * @param now for both sides of the clock: the SDK refuses what is too old, but takes what is signed for tomorrow
 */
export function stripeWebhooks(stripe: Stripe, secret: string, now: () => Date): WebhookVerifier {
  return {
    verify(rawBody, headers): VerifiedWebhook {
      const header = headers.get('stripe-signature') ?? ''
      const signedAt = readSignedAt(header)
      if (Math.abs(now().getTime() - signedAt.getTime()) > toleranceSeconds * 1000) throw new BadSignature('signed more than five minutes away from now')

      const event = readBody(rawBody)
      verifySignature(stripe, event.object === 'v2.core.event', rawBody, { header, secret, receivedAt: now().getTime() })
      const occurredAt = typeof event.created === 'number' ? new Date(event.created * 1000) : new Date(event.created)
      return { eventId: event.id, type: event.type, payload: event.payload, occurredAt, signedAt }
    },
  }
}

function readSignedAt(header: string): Date {
  // The last one counts, as in the SDK: what is looked at must be what was signed.
  const seconds = [...header.matchAll(/(?:^|,)t=(\d{1,12})(?=,|$)/g)].at(-1)?.[1]
  if (!seconds) throw new BadSignature('the Stripe-Signature header is missing or has no time')
  return new Date(Number(seconds) * 1000)
}

function readBody(rawBody: Buffer): z.infer<typeof body> & { payload: unknown } {
  try {
    const payload: unknown = JSON.parse(rawBody.toString('utf8'))
    return { ...body.parse(payload), payload }
  } catch (fault) {
    throw new BadSignature('the body is no event of Stripe', fault)
  }
}

function verifySignature(stripe: Stripe, isThin: boolean, rawBody: Buffer, signed: { header: string; secret: string; receivedAt: number }): void {
  const { header, secret, receivedAt } = signed
  try {
    if (isThin) stripe.parseEventNotification(rawBody, header, secret, toleranceSeconds, undefined, receivedAt)
    else stripe.webhooks.constructEvent(rawBody, header, secret, toleranceSeconds, undefined, receivedAt)
  } catch (fault) {
    throw new BadSignature('the signature does not fit the body', fault)
  }
}
