import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const algorithm = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/** What a sealed text belongs to: it opens under no other purpose and for no other owner. */
export interface SealedFor {
  /** What kind of secret, for example `webhook endpoint`: each has a key of its own, derived from `APP_SECRET`. */
  purpose: string
  /** Whose, for example the ids of its row: a sealed text that is copied to another row does not open there. */
  owner: string
}

/** The sealed text was changed, belongs elsewhere, or `APP_SECRET` is not the one it was sealed under. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen'
}

/**
 * Encrypts a secret for the database (AES-256-GCM).
 *
 * @returns base64url of nonce, tag and ciphertext; the same text gives another one each time
 * @example
 * const sealed = sealText(config.appSecret, secret, { purpose: 'webhook endpoint', owner: `${organizationId} ${id}` })
 */
export function sealText(appSecret: string, text: string, sealedFor: SealedFor): string {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv(algorithm, keyOf(appSecret, sealedFor.purpose), nonce).setAAD(Buffer.from(sealedFor.owner))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
}

/**
 * Opens what `sealText` made.
 *
 * @throws CannotOpen
 */
export function openSealed(appSecret: string, sealed: string, sealedFor: SealedFor): string {
  const bytes = Buffer.from(sealed, 'base64url')
  try {
    const decipher = createDecipheriv(algorithm, keyOf(appSecret, sealedFor.purpose), bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
    decipher.setAAD(Buffer.from(sealedFor.owner)).setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
    return decipher.update(bytes.subarray(nonceBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8')
  } catch (fault) {
    throw new CannotOpen(`a secret for ${sealedFor.purpose} does not open`, { cause: fault })
  }
}

function keyOf(appSecret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', appSecret, '', `coursecove sealed ${purpose}`, 32))
}
