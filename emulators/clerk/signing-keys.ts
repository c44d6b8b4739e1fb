import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'

/** The RSA key of the instance: what signs session tokens, and what others check them with. */
export type SigningKeys = {
  kid: string
  /** The public key in PEM: the value of CLERK_JWT_KEY. */
  publicPem: string
  /** What GET /v1/jwks answers. */
  jwks: { keys: Record<string, unknown>[] }
  /** A signed token with these claims. */
  sign(claims: Record<string, unknown>): string
}

/** Makes a private key in PEM. It takes a tenth of a second. */
export function generatePrivateKey(): string {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

/**
 * Takes a private key into use.
 * @param privatePem RSA, in PEM; `\n` may stand for the ends of its lines, as in a variable
 * @throws Error when it is no RSA key
 */
export function openSigningKeys(privatePem: string, kid: string): SigningKeys {
  const privateKey = createPrivateKey(privatePem.replaceAll('\\n', '\n'))
  if (privateKey.asymmetricKeyType !== 'rsa') throw new Error('The private key must be an RSA key.')
  const publicKey = createPublicKey(privateKey)

  return {
    kid,
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    jwks: { keys: [{ ...publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid }] },
    sign(claims) {
      const signed = `${encode({ alg: 'RS256', cat: 'cl_B7d4PD111AAA', kid, typ: 'JWT' })}.${encode(claims)}`
      return `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`
    },
  }
}

/** The publishable key of an instance: its host and a dollar sign in base64, behind `pk_test_` or `pk_live_`. */
export function publishableKey(publicUrl: string, secretKey: string): string {
  const prefix = secretKey.startsWith('sk_live_') ? 'pk_live_' : 'pk_test_'
  return prefix + Buffer.from(`${new URL(publicUrl).host}$`).toString('base64')
}

function encode(part: Record<string, unknown>): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}
