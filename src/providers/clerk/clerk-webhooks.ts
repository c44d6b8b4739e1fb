import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import { BadSignature, type WebhookVerifier } from '#platform/inbox/webhook-verifier.ts'

const toleranceSeconds = 300

/** Clerk's envelope. The SDK's own `verifyWebhook` gives back neither its time nor its instance, so we read it ourselves. */
const envelope = z.object({
  type: z.string().min(1),
  // Clerk's guides say milliseconds, its schemas show seconds.
  timestamp: z.number().positive().optional(),
  data: z.object({ updated_at: z.number().positive().nullish() }),
})

/**
 * Tells Clerk's webhooks from others by Svix's signature, which covers id, time and the bytes of the body.
 *
 * @param secrets all that are valid now: while one takes over from another, either will do
 * @param now for both sides of the clock
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function clerkWebhooks(secrets: readonly string[], now: () => Date): WebhookVerifier {
  const keys = secrets.map((secret) => createSecretKey(secret.replace(/^whsec_/, ''), 'base64'))
  return {
    verify(rawBody, headers) {
      const [eventId, signedSeconds, signature] = ['svix-id', 'svix-timestamp', 'svix-signature'].map((name) => headers.get(name) ?? '')
      if (!eventId || !signature || !/^\d{1,12}$/.test(signedSeconds ?? '')) throw new BadSignature('a header of Svix is missing')

      const signedAt = new Date(Number(signedSeconds) * 1000)
      if (Math.abs(now().getTime() - signedAt.getTime()) > toleranceSeconds * 1000) throw new BadSignature('signed more than five minutes away from now')
      if (!keys.some((key) => isSigned({ key, content: `${eventId}.${signedSeconds}.`, rawBody, signature }))) throw new BadSignature('the signature does not fit the body')

      const { type, timestamp, data, payload } = readEnvelope(rawBody)
      return { eventId, type, payload, occurredAt: happenedAt(type, { timestamp, updatedAt: data.updated_at }) ?? signedAt, signedAt }
    },
  }
}

/** The header holds a signature for each secret that the sender knows, `v1,<base64>`, parted by spaces. */
function isSigned({ key, content, rawBody, signature }: { key: KeyObject; content: string; rawBody: Buffer; signature: string }): boolean {
  const expected = createHmac('sha256', key).update(content).update(rawBody).digest()
  return signature.split(' ').some((one) => {
    if (!one.startsWith('v1,')) return false
    const given = Buffer.from(one.slice(3), 'base64')
    return given.length === expected.length && timingSafeEqual(given, expected)
  })
}

/**
 * When it happened. What was made or changed says so itself; of what is gone only the envelope knows, even where the
 * thing is sent along: its `updated_at` is older than its end.
 */
function happenedAt(type: string, said: { timestamp: number | undefined; updatedAt: number | null | undefined }): Date | null {
  const enveloped = said.timestamp === undefined ? null : new Date(said.timestamp < 1e12 ? said.timestamp * 1000 : said.timestamp)
  return /\.(created|updated)$/.test(type) && said.updatedAt ? new Date(said.updatedAt) : enveloped
}

function readEnvelope(rawBody: Buffer): z.infer<typeof envelope> & { payload: unknown } {
  try {
    const said: unknown = JSON.parse(rawBody.toString('utf8'))
    // Checked, but handed on as it came: the inbox keeps what was sent.
    return { ...envelope.parse(said), payload: (said as { data: unknown }).data }
  } catch (fault) {
    throw new BadSignature('the body is no event of Clerk', fault)
  }
}
