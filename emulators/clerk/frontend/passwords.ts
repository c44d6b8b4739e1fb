import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'

// Weak on purpose: these are no real people's passwords, and tests sign up by the dozen.
const COST = { N: 1024, r: 8, p: 1 }

export function digestPassword(password: string): string {
  const salt = randomBytes(12)
  return `${salt.toString('base64url')}.${scryptSync(password, salt, 32, COST).toString('base64url')}`
}

export function isPasswordRight(password: string, digest: string): boolean {
  const [salt = '', hash = ''] = digest.split('.')
  return timingSafeEqual(scryptSync(password, Buffer.from(salt, 'base64url'), 32, COST), Buffer.from(hash, 'base64url'))
}
