import { randomBytes } from 'node:crypto'
import { openSealed, sealText } from '#platform/secrets/seal-text.ts'

/** For how long the secret before still signs too, so that a receiver can change over without missing anything. */
export const overlapHours = 24

// The standard asks for 24 to 64 bytes.
const secretBytes = 32

/** Which endpoint a secret belongs to. */
export interface EndpointKey {
  organizationId: string
  endpointId: string
}

/** A new secret, as receivers' libraries read it: `whsec_` and base64. */
export function newSecret(): string {
  return `whsec_${randomBytes(secretBytes).toString('base64')}`
}

/** The secret as the database keeps it. */
export function sealSecret(appSecret: string, secret: string, key: EndpointKey): string {
  return sealText(appSecret, secret, sealedFor(key))
}

/** @throws CannotOpen when `APP_SECRET` is not the one under which it was sealed */
export function openSecret(appSecret: string, sealed: string, key: EndpointKey): string {
  return openSealed(appSecret, sealed, sealedFor(key))
}

function sealedFor({ organizationId, endpointId }: EndpointKey) {
  return { purpose: 'webhook endpoint', owner: `${organizationId} ${endpointId}` }
}
