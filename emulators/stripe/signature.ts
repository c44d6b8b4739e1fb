import { createHmac } from 'node:crypto'

/**
 * Signs a webhook body the way Stripe does: HMAC-SHA256 over `<t>.<body>`, keyed with the secret
 * exactly as it is written, `whsec_` included.
 * @param at seconds since 1970
 * @example signatureHeader('{"id":"evt_1"}', 'whsec_demo', 1_800_000_000)
 */
export function signatureHeader(body: string, secret: string, at: number): string {
  const digest = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')
  return `t=${at},v1=${digest}`
}
