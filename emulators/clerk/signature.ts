import { createHmac } from 'node:crypto'

/**
 * Signs a webhook the way Svix does: HMAC-SHA256 over `<id>.<seconds>.<body>`, keyed with what the
 * secret holds in base64 after its `whsec_`. During a rotation each secret signs, old and new.
 * @param secrets one or two secrets, `whsec_` included
 * @param at seconds since 1970
 * @returns the value of `svix-signature`
 * @example svixSignature({ id: 'msg_1', body: '{}', at: 1_800_000_000 }, ['whsec_c2VjcmV0'])
 */
export function svixSignature(message: { id: string; body: string; at: number }, secrets: readonly string[]): string {
  return secrets.map((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
    return `v1,${createHmac('sha256', key).update(`${message.id}.${message.at}.${message.body}`).digest('base64')}`
  }).join(' ')
}
