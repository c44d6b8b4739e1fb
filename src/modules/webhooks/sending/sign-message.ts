import { createHmac } from 'node:crypto'

/** A message of the Standard Webhooks, as it is sent. */
export interface Message {
  id: string
  /** When this try is made. */
  sentAt: Date
  body: string
}

/**
 * The three headers of the Standard Webhooks: id, time and a signature for each secret that is valid now.
 *
 * @param secrets `whsec_…`; while one takes over from another both sign, parted by a space
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function signMessage({ id, sentAt, body }: Message, secrets: readonly string[]): Record<string, string> {
  const seconds = String(Math.floor(sentAt.getTime() / 1000))
  const sign = (secret: string) => createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64')).update(`${id}.${seconds}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': secrets.map((secret) => `v1,${sign(secret)}`).join(' ') }
}
